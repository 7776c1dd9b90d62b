import { describe, expect, it } from "vitest";
import { planPossible } from "../../../server/built-in/plan-possible.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const possible = (question: string) => planPossible(question, readQuestion(question, knowledge), knowledge);

describe("planPossible()", () => {
  it.each([
    ["How fast is Qwen3-8B in NVFP4 on an AGX Orin 64GB?", { model: "qwen3-8b" }],
    ["How fast is Qwen3-8B AWQ in Ollama on an Orin NX 16GB?", { model: "qwen3-8b", runtime: "ollama" }],
    ["How fast is Qwen3-4B with TensorRT Edge-LLM on AGX Xavier 32GB?", { model: "qwen3-4b" }],
  ])("drops what cannot be combined: %s", (question, workload) => {
    const [call] = possible(question);
    expect(call).toMatchObject({ name: "memory-fit", input: { workloads: [workload] } });
  });

  it.each([
    "How fast is Qwen3-8B in NVFP4 on Thor?",
    "Does NVFP4 work on AGX Orin 64GB?",
    "Does Qwen3-8B in NVFP4 fit on an AGX Orin 64GB?",
    "How fast is Qwen3-8B on an AGX Orin 64GB?",
  ])("adds nothing to: %s", (question) => expect(possible(question)).toEqual([]));
});
