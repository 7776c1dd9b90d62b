import { describe, expect, it } from "vitest";
import { findBrackets, settingsBehind } from "../../../server/built-in/own-settings.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const settingsIn = (question: string) => findBrackets(question, knowledge).map(({ settings }) => settings);

describe("findBrackets() reads the settings in brackets behind a model", () => {
  it.each([
    { words: "Q4_K_M", settings: { quantization: "q4-k-m" } },
    { words: "4-bit", settings: { quantization: "4-bit" } },
    { words: "llama.cpp", settings: { runtime: "llama-cpp" } },
    { words: "8,192 tokens of context", settings: { contextTokens: 8192 } },
    { words: "8k context", settings: { contextTokens: 8192 } },
    { words: "4 sequences", settings: { concurrency: 4 } },
    { words: "2 users", settings: { concurrency: 2 } },
    { words: "KV cache in q8_0", settings: { kvCacheType: "q8-0" } },
    { words: "KV in fp8", settings: { kvCacheType: "fp8" } },
    { words: "4 streams", settings: { streams: 4 } },
    { words: "1 stream", settings: { streams: 1 } },
    { words: "3 instances", settings: { streams: 3 } },
    { words: "no images", settings: { images: 0 } },
    {
      words: "2 images of 1920×1080",
      settings: { images: 2, imageWidth: 1920, imageHeight: 1080 },
    },
    { words: "prompts of at most 2,048 tokens", settings: { maxInputTokens: 2048 } },
    {
      words: "speculative decoding by EAGLE-3 at 2.5 tokens a pass drafted by Llama 3.2 1B",
      settings: {
        speculativeDecoding: { method: "EAGLE-3", acceptedTokensPerPass: 2.5, draft: "llama-3.2-1b" },
      },
    },
    { words: "-ub 128", settings: { microBatchTokens: 128 } },
  ])("$words", ({ words, settings }) => {
    expect(settingsIn(`Can I run Qwen3-8B (${words}) on Thor?`)).toEqual([settings]);
  });

  it("all of a list together", () => {
    expect(settingsIn("Qwen3-8B (FP8, vLLM, 32k context, 2 users)")).toEqual([
      { quantization: "fp8", runtime: "vllm", contextTokens: 32_768, concurrency: 2 },
    ]);
  });

  it("also behind a model that is known by its size", () => {
    expect(settingsIn("a 12B model (Q8_0)")).toEqual([{ quantization: "q8-0" }]);
  });

  it.each([
    "Qwen3-8B (the new one)",
    "Qwen3-8B (Q4_K_M, the new one)",
    "an Orin NX (FP16)",
    "(FP16)",
    "Qwen3-8B on Thor (FP16)",
    "Qwen3-8B ()",
    "Qwen3-8B (Q4_K_M",
  ])("and leaves other brackets alone: %s", (question) => {
    expect(settingsIn(question)).toEqual([]);
  });
});

describe("settingsBehind()", () => {
  const question = "Qwen3-8B (FP8) next to a 12B model (Q8_0) and YOLO11s";
  const brackets = findBrackets(question, knowledge);
  const behind = (name: string) => {
    const start = question.indexOf(name);
    return settingsBehind(question, { start, end: start + name.length }, brackets);
  };

  it("gives each model the bracket that follows it, and none to a model without", () => {
    expect(behind("Qwen3-8B")).toEqual({ quantization: "fp8" });
    expect(behind("12B")).toEqual({ quantization: "q8-0" });
    expect(behind("YOLO11s")).toBeUndefined();
  });
});
