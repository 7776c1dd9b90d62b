import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import { GIB, MIB } from "../../../knowledge/units.ts";
import {
  cacheLayout,
  completed,
  imageTokensPerSequence,
  languageShares,
  ledgerParts,
  runtimeContextBytes,
} from "../../../tools/memory/language-lines.ts";
import { assume, knowledge, languageModel, place } from "../../fixtures/knowledge.ts";

function shares(workload: Record<string, unknown>): Record<string, number> {
  const placed = place(workload);
  if (!placed.language) throw new Error("no language model");
  const lines = languageShares(placed, placed.language, knowledge);
  return Object.fromEntries(lines.map(({ part, bytes }) => [part, bytes]));
}

describe("ledgerParts", () => {
  it("are the twelve of the contract, in the order in which they are shown", () => {
    expect(ledgerParts.join(" ")).toBe(
      "weights host kv-cache state draft compute vision runtime streams cache os reserve",
    );
  });
});

describe("completed()", () => {
  it("leaves a known model alone and fills in the shape of an unknown one", () => {
    const known = languageModel("qwen3-8b");
    expect(completed(known, assume)).toBe(known);
    const { language } = place({ model: { name: "Mine", parametersBillions: 8 } });
    expect(language && completed(language, assume)).toMatchObject({ layers: 40, kvHeads: 8, headSize: 128 });
  });
});

describe("cacheLayout()", () => {
  it.each([
    { runtime: "llama-cpp", windowed: true, blockTokens: 1 },
    { runtime: "vllm", windowed: false, blockTokens: 16 },
  ])("is that of the engine: $runtime", ({ runtime, windowed, blockTokens }) => {
    const placed = place({ model: "gpt-oss-20b", runtime, contextTokens: 100, concurrency: 3 });
    expect(cacheLayout(placed, assume)).toEqual({
      contextTokens: 100,
      sequences: 3,
      bytesPerValue: 2,
      windowed,
      blockTokens,
      microBatchTokens: 512,
      windowPaddingTokens: 256,
    });
  });
});

describe("imageTokensPerSequence()", () => {
  it.each([
    { workload: { model: "qwen2.5-vl-7b" }, tokens: 46 * 26 },
    { workload: { model: "qwen2.5-vl-7b", images: 3 }, tokens: 3 * 46 * 26 },
    { workload: { model: "qwen2.5-vl-7b", images: 0 }, tokens: 0 },
    { workload: { model: "qwen2.5-vl-7b", imageWidth: 280, imageHeight: 280 }, tokens: 100 },
    { workload: { model: "gemma-3-4b", images: 2, imageWidth: 28 }, tokens: 512 },
    { workload: { model: "qwen3-8b", images: 3 }, tokens: 0 },
    { workload: { model: "yolo11s" }, tokens: 0 },
  ])("is $tokens for $workload", ({ workload, tokens }) => {
    expect(imageTokensPerSequence(place(workload))).toBe(tokens);
  });
});

describe("runtimeContextBytes()", () => {
  it.each([
    { runtime: "llama-cpp", bytes: 0.4e9 },
    { runtime: "tensorrt-edge-llm", bytes: 0.4e9 },
    { runtime: "vllm", bytes: 1.75e9 },
    { runtime: "transformers", bytes: 1.75e9 },
  ])("is $bytes for $runtime", ({ runtime, bytes }) => {
    expect(runtimeContextBytes(runtime, assume)).toBe(bytes);
  });
});

describe("languageShares()", () => {
  it("splits Qwen2.5-7B in llama.cpp as its log does: host, cache and buffers to 0.01 MiB (L01)", () => {
    const parts = shares({ model: "Qwen2.5-Coder-7B-Instruct", runtime: "llama-cpp" });
    expect(Object.keys(parts)).toEqual(["weights", "host", "kv-cache", "compute", "runtime", "cache"]);
    expect((parts.host ?? 0) / MIB).toBeCloseTo(292.36, 2);
    expect(parts["kv-cache"]).toBe(224 * MIB);
    expect(parts.compute).toBe(304 * MIB);
    expect(parts).toMatchObject({ runtime: 0.4e9, cache: 245e6 });
  });

  it.each([
    { runtime: "vllm", quantization: "q4-k-m", parts: { compute: 1.42 * GIB, runtime: 1.75e9 } },
    { runtime: "tensorrt-llm", quantization: "awq-int4", parts: { compute: 0.3e9, runtime: 0.4e9 } },
    {
      runtime: "tensorrt-edge-llm",
      quantization: "awq-int4",
      parts: { runtime: assume("edge-context") },
    },
  ])("keeps nothing on the host and grows no prompt cache in $runtime", ({ parts, ...format }) => {
    const lines = shares({ model: "qwen2.5-7b", ...format });
    expect(lines).toMatchObject(parts);
    expect(Object.keys(lines)).toEqual(["weights", "kv-cache", "compute", "runtime"]);
  });

  it("keeps 4,168.09 MiB of Qwen2.5-7B on the GPU, as its log does (L01b)", () => {
    const { weights } = shares({ model: "Qwen2.5-Coder-7B-Instruct", runtime: "llama-cpp" });
    expect((weights ?? 0) / MIB).toBeCloseTo(4168.09, 2);
  });

  it("keeps no more than the tokenizer on the host, when the embedding is also the head", () => {
    expect(shares({ model: "llama-3.2-1b" }).host).toBe(128256 * assume("gguf-tokenizer-bytes"));
    expect(shares({ model: "llama-3.2-1b", quantization: "fp16" }).host).toBe(128256 * 39);
    expect(shares({ model: "llama-3.2-1b", quantization: "fp16", runtime: "vllm" })).not.toHaveProperty(
      "host",
    );
  });

  it("says how much of a vision tower are its weights", () => {
    const placed = place({ model: "qwen2.5-vl-7b", images: 2 });
    if (!placed.language) throw new Error("no language model");
    const line = languageShares(placed, placed.language, knowledge).find(({ part }) => part === "vision");
    expect(line).toEqual({ part: "vision", bytes: 1.5 * 1353.2e6, weightBytes: 1353.2e6 });
  });

  it.each([
    { images: 0, bytes: 676.6e6 * 2 },
    { images: 1, bytes: 676.6e6 * 2 * 1.5 },
    { images: 4, bytes: 676.6e6 * 2 * 1.5 },
  ])(
    "takes a vision tower of 676.6 million in 16 bit, and half as much again to work on $images images",
    ({ images, bytes }) => {
      expect(shares({ model: "qwen2.5-vl-7b", images }).vision).toBeCloseTo(bytes, 3);
    },
  );

  it("counts the state of a hybrid for each sequence", () => {
    expect(shares({ model: "qwen3.5-9b", concurrency: 4 }).state).toBe(201 * MIB);
  });

  it("counts a draft model by its weights, a head by its share of the target's", () => {
    const target = { model: "llama-3.1-70b" };
    const speculate = (draft?: string) =>
      shares({ ...target, speculativeDecoding: { method: "EAGLE-3", ...(draft && { draft }) } });
    const all = (lines: Record<string, number>) => (lines.weights ?? 0) + (lines.host ?? 0);
    expect(speculate("llama-3.1-8b").draft).toBeCloseTo(all(shares({ model: "llama-3.1-8b" })), 3);
    expect(speculate().draft).toBeCloseTo(0.05 * all(shares(target)), 3);
    expect(shares(target)).not.toHaveProperty("draft");
  });

  it("has no weights for a model nobody knows the size of, but everything else", () => {
    const placed = place({ model: { name: "Mine", parametersBillions: 7 } });
    const lines = languageShares(placed, Model.parse({ name: "Mine" }), knowledge);
    expect(lines.map(({ part }) => part)).toEqual(["runtime", "cache"]);
  });
});
