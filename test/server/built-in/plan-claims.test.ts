import { describe, expect, it } from "vitest";
import { planClaims } from "../../../server/built-in/plan-claims.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { getTool } from "../../../tools/registry.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) => planClaims(question, readQuestion(question, knowledge), knowledge);

describe("planClaims()", () => {
  it("checks a speed on the board it is claimed for", () => {
    expect(planned("Is 52 tok/s for Llama 3.1 8B Q4_K_M on AGX Orin 64GB true?")).toEqual([
      {
        name: "check-claim",
        input: {
          device: "agx-orin-64gb",
          model: "llama-3.1-8b",
          quantization: "q4-k-m",
          metric: "decode",
          value: "52 tok/s",
        },
      },
    ]);
  });

  it("checks it for each size of a family and for the faster clocks", () => {
    const devices = planned("Can an Orin NX do 36.5 tok/s with a 7B?")?.map(({ input }) => input.device);
    expect(devices?.toSorted()).toEqual([
      "orin-nx-16gb",
      "orin-nx-16gb-super",
      "orin-nx-8gb",
      "orin-nx-8gb-super",
    ]);
  });

  it("checks each of two prices that sources give for one board", () => {
    const question = "One article says $1,999 for the AGX Orin 64GB, another $2,499. Which is right?";
    expect(planned(question)?.map(({ input }) => input.value)).toEqual(["1999 USD", "2499 USD"]);
  });

  it("checks what is claimed of a board without a model", () => {
    expect(planned("Is the AGX Orin 64GB bandwidth really 273 GB/s?")).toEqual([
      { name: "check-claim", input: { device: "agx-orin-64gb", metric: "bandwidth", value: "273 GB/s" } },
    ]);
    expect(planned("Is the AGX Orin 64GB kit really $1,999?")?.[0]?.input).toMatchObject({
      metric: "price",
      value: "1999 USD",
      kind: "kit",
    });
  });

  it("sizes the model as well where it is to run", () => {
    const calls = planned("Can I run Llama 3.1 8B on an Orin NX 16GB at 20 tok/s?");
    expect(calls?.map(({ name }) => name)).toContain("memory-fit");
    expect(calls?.[0]?.name).toBe("check-claim");
  });

  it.each([
    "How fast is Llama 3.1 8B on an AGX Orin 64GB?",
    "Which board makes 20 tok/s with an 8B model, is that realistic?",
    "Is 20 tok/s possible on an Orin NX 16GB?",
    "Can I run Llama 3.1 8B on an Orin NX 16GB?",
  ])("has no part in: %s", (question) => {
    expect(planned(question)).toBeUndefined();
  });

  it("makes calls that the tool takes", () => {
    for (const { name, input } of planned("Can 8 users get 200 tok/s from an 8B in vLLM on Thor?") ?? [])
      expect(getTool(name).input.safeParse(input).success).toBe(true);
  });
});
