import { describe, expect, it } from "vitest";
import { readWhy, readWhyAfter } from "../../../server/built-in/read-why.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("readWhy()", () => {
  it.each([
    "why 11.5 GB?",
    "why is the KV cache 235 MB?",
    "where does 7.3 tok/s come from?",
    "how did you get that?",
    "why does it not fit?",
    "which source says 102.4 GB/s?",
    "why?",
    "says who?",
    "what's the formula?",
  ])("hears the question in: %s", (text) => expect(readWhy(text, knowledge)).toBeDefined());

  it.each(["and on Thor?", "how fast?", "What is AWQ?", "Does Llama 3.1 8B fit on an Orin NX 16GB?"])(
    "hears none in: %s",
    (text) => expect(readWhy(text, knowledge)).toBeUndefined(),
  );

  it("takes the size in a board's name for no number", () => {
    expect(readWhy("why not on the Orin NX 16GB?", knowledge)?.figure).toBeUndefined();
    expect(readWhy("why does it not fit on the 8 GB one?", knowledge)?.figure).toBeUndefined();
  });

  it("reads the id of a fact", () => {
    expect(readWhy("why 1.headroom?", knowledge)).toMatchObject({ fact: "1.headroom" });
  });
});

describe("readWhyAfter()", () => {
  it("takes “that” for the number that was asked about before", () => {
    const figure = { text: "11.5 GB" };
    expect(readWhyAfter("how did you get that?", said("why 11.5 GB?"), knowledge)).toMatchObject({ figure });
    expect(readWhyAfter("why is it so slow?", said("why 11.5 GB?"), knowledge)?.figure).toBeUndefined();
    expect(readWhyAfter("why?", said("why 11.5 GB?"), knowledge)?.figure).toBeUndefined();
  });
});
