import { describe, expect, it } from "vitest";
import { WrittenCase } from "../../evals/case.ts";

describe("WrittenCase", () => {
  it("reads a question as a conversation of one turn, and expects nothing that is not written", () => {
    const read = WrittenCase.parse({ ask: "Does it fit?" });
    expect(read.ask).toEqual(["Does it fit?"]);
    expect(read).toMatchObject({ calls: [], says: [], refuses: false, languages: ["eng"], wordings: [] });
  });

  it("reads a call as a tool with its input, and one saying as a list of one", () => {
    const read = WrittenCase.parse({
      ask: "How fast?",
      calls: [{ "look-up": { name: "Thor" } }],
      says: ["power mode", ["CPU", "processor"]],
    });
    expect(read.calls).toEqual([{ name: "look-up", input: { name: "Thor" } }]);
    expect(read.says).toEqual([["power mode"], ["CPU", "processor"]]);
  });

  it.each([
    "16.4 GB",
    "28 tok/s",
    "$3,499",
    "costs 399 USD",
    "60 W",
    "273 GB/s",
    "4 GiB free",
    "takes 30 ms",
  ])("refuses the typed amount %o, which the rules engine has to give", (text) => {
    expect(WrittenCase.safeParse({ ask: "?", says: [text] }).success).toBe(false);
    expect(WrittenCase.safeParse({ ask: "?", avoids: [text] }).success).toBe(false);
  });

  it.each(["JetPack 6", "sm_87", "Q4_K_M", "Orin NX 16GB".slice(0, 7), "JETSON_JETPACK=6", "ollama#18067"])(
    "takes the name %o, whose digits are no amount",
    (text) => {
      expect(WrittenCase.safeParse({ ask: "?", says: [text] }).success).toBe(true);
    },
  );

  it("refuses a field nobody knows, and a call of two tools at once", () => {
    expect(WrittenCase.safeParse({ ask: "?", expects: "fits" }).success).toBe(false);
    expect(WrittenCase.safeParse({ ask: "?", calls: [{ "look-up": {}, "memory-fit": {} }] }).success).toBe(
      false,
    );
  });
});
