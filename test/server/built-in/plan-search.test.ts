import { describe, expect, it } from "vitest";
import { searchCall } from "../../../server/built-in/plan-search.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const queryOf = (question: string) =>
  searchCall(question, readQuestion(question, knowledge), knowledge).input.query;

describe("searchCall()", () => {
  it("searches by names and sizes where model and board are named", () => {
    expect(queryOf("Would Qwen3 8B in Q8_0 perhaps fit on my AGX Orin 64GB?")).toBe(
      "Qwen3 8B AGX Orin 64GB 8B q8-0",
    );
  });

  it("searches by the sentence where either is missing", () => {
    const question = "What is the KV cache good for?";
    expect(queryOf(question)).toBe(question);
  });
});
