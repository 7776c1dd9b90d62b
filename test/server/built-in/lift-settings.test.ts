import { describe, expect, it } from "vitest";
import { withoutRestated } from "../../../server/built-in/lift-settings.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { computedCalls } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const read = (question: string) => readQuestion(question, knowledge);

/** The workloads of the fits that a conversation comes to. */
const workloadsOf = (question: string, ...before: string[]) =>
  computedCalls(question, ...before)
    .filter(({ name }) => name === "memory-fit")
    .map(({ input }) => input.workloads);

describe("liftSettings()", () => {
  it("lets the settings of the only language model hold for the question", () => {
    const { models, ...reading } = read(
      "Can I run Qwen3-8B (FP8, vLLM, 32k context, 2 users, KV in fp8) next to YOLO11s on Thor?",
    );
    expect(models.map(({ own }) => own)).toEqual([undefined, undefined]);
    expect(reading).toMatchObject({
      quantizations: ["fp8"],
      runtimes: ["vllm"],
      contextTokens: 32_768,
      concurrency: 2,
      kvCacheType: "fp8",
    });
  });

  it("keeps with the model what a question as a whole has no place for", () => {
    const [model] = read("Can I run Qwen3-8B (Q4_K_M, no prompt cache) on Thor?").models;
    expect(model?.own).toEqual({ promptCache: false });
  });

  it("lets the streams of the only detector hold for the question, and leaves its format with it", () => {
    const { models, streams } = read("Can I run YOLO11s (INT8, TensorRT, 4 streams) on Thor?");
    expect(streams).toBe(4);
    expect(models[0]?.own).toEqual({ quantization: "int8", runtime: "tensorrt" });
  });

  it("leaves two language models with their own settings", () => {
    const { models, contextTokens } = read(
      "Can I run Qwen3-8B (8k context) next to Qwen3-4B (4k context) on Thor?",
    );
    expect(models.map(({ own }) => own)).toEqual([{ contextTokens: 8192 }, { contextTokens: 4096 }]);
    expect(contextTokens).toBeUndefined();
  });
});

describe("withoutRestated()", () => {
  const before = read("Can I run Qwen3-8B (FP8, 8k context) next to Qwen3-4B (FP8, 4k context) on Thor?");

  it("drops what a later turn states, and keeps the rest", () => {
    const kept = withoutRestated(before.models, read("with 16k context"), knowledge);
    expect(kept.map(({ own }) => own)).toEqual([{ quantization: "fp8" }, { quantization: "fp8" }]);
  });

  it("leaves the models that the later turn names itself as they are", () => {
    expect(withoutRestated(before.models, before, knowledge)).toEqual(before.models);
  });

  it("makes a later turn hold for all of them", () => {
    const asked = "Can I run Qwen3-8B (FP8, vLLM, 8k context) next to Qwen3-4B (FP8, vLLM) on Thor?";
    expect(workloadsOf("and with 16k context?", asked)).toEqual([
      [
        { model: "qwen3-8b", quantization: "fp8", runtime: "vllm", contextTokens: 16_384 },
        { model: "qwen3-4b", quantization: "fp8", runtime: "vllm", contextTokens: 16_384 },
      ],
    ]);
  });

  it("makes a later number of streams hold for a detector", () => {
    const asked = "Can I run YOLO11s (INT8, 4 streams) next to Whisper small (INT8) on an Orin NX 16GB?";
    const [[detector] = []] = [workloadsOf("and with 8 cameras?", asked)[0]].map((all) =>
      Array.isArray(all) ? all : [],
    );
    expect(detector).toMatchObject({ model: "yolo11s", quantization: "int8", streams: 8 });
  });
});
