import { describe, expect, it } from "vitest";
import { asksMeasurements, planMeasurements } from "../../../server/built-in/plan-measurements.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) =>
  planMeasurements(question, readQuestion(question, knowledge), knowledge);

describe("asksMeasurements()", () => {
  it.each([
    { question: "Who measured Qwen3-8B on Thor?", asks: true },
    { question: "Has anybody benchmarked gpt-oss-20b on Orin?", asks: true },
    { question: "Show me benchmarks of Llama 3.1 8B on AGX Orin", asks: true },
    { question: "Are there any measurements of Gemma 3 4B?", asks: true },
    { question: "What speed did Molmo-7B reach on Thor?", asks: true },
    { question: "How fast is Llama 3.1 8B on Thor?", asks: false },
    { question: "Can I run Llama 3.1 8B on Thor?", asks: false },
  ])("is $asks for: $question", ({ question, asks }) => {
    expect(asksMeasurements(question)).toBe(asks);
  });
});

describe("planMeasurements()", () => {
  it("looks for runs of the model on the board as it was named", () => {
    expect(planned("Who measured Qwen3-8B on Thor?")).toEqual([
      { name: "find-measurements", input: { model: "qwen3-8b", device: "Thor", limit: 30 } },
    ]);
  });

  it("takes on format, engine and what was measured", () => {
    expect(planned("Show me decode benchmarks of Qwen3-8B AWQ in vLLM on AGX Orin 64GB")?.[0]?.input).toEqual(
      {
        model: "qwen3-8b",
        device: "agx-orin-64gb",
        quantization: "awq-int4",
        runtime: "vllm",
        metric: "decode",
        limit: 30,
      },
    );
  });

  it("looks on every board where none is named", () => {
    expect(planned("Has anybody measured Gemma 3 4B?")?.map(({ input }) => input)).toEqual([
      { model: "gemma-3-4b", limit: 30 },
    ]);
  });

  it.each(["Who measured something on Thor?", "How fast is Qwen3-8B on Thor?"])(
    "has no part in: %s",
    (question) => {
      expect(planned(question)).toBeUndefined();
    },
  );
});
