import { describe, expect, it } from "vitest";
import { planCalls } from "../../../server/built-in/plan-calls.ts";
import { withPremises } from "../../../server/built-in/plan-premises.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

function checked(question: string) {
  const reading = readQuestion(question, knowledge);
  return withPremises(question, reading, planCalls(question, reading, knowledge), knowledge);
}

describe("withPremises()", () => {
  it("checks a figure that the question takes for granted, before the search", () => {
    const { calls, premises } = checked(
      "With its 273 GB/s an AGX Orin 64GB should do 120 tok/s with Gemma 2 2B, right?",
    );
    expect(premises?.map(({ name, input }) => [name, input.metric])).toEqual([["check-claim", "bandwidth"]]);
    expect(calls.at(-1)?.name).toBe("search-documents");
  });

  it("adds what is possible beside a combination that does not exist", () => {
    const { replaced, calls } = checked("How fast is Qwen3 8B in NVFP4 on AGX Orin 64GB?");
    expect(replaced).toBe(true);
    const formats = calls.filter(({ name }) => name === "memory-fit").map(({ input }) => input.workloads);
    expect(formats).toHaveLength(2);
  });

  it("leaves a question that takes nothing for granted as it is", () => {
    const { premises, replaced } = checked("Does Qwen3 8B fit on an Orin NX 16GB?");
    expect([premises, replaced]).toEqual([undefined, undefined]);
  });
});
