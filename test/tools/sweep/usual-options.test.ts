import { describe, expect, it } from "vitest";
import {
  defaultRuntimes,
  usualCacheTypes,
  usualContexts,
  usualFormats,
} from "../../../tools/sweep/usual-options.ts";
import { knowledge, languageModel } from "../../fixtures/knowledge.ts";

const runtime = (id: string) => knowledge.runtimes.get(id).entry.value;
const formats = (model: string, id: string, isNarrow = false) =>
  usualFormats(languageModel(model), runtime(id), isNarrow, knowledge);

describe("defaultRuntimes()", () => {
  it("are the usual engines, or whatever serves the kind", () => {
    expect(defaultRuntimes(languageModel("qwen3-4b"), false, knowledge)).toEqual([
      "llama-cpp",
      "vllm",
      "tensorrt-edge-llm",
    ]);
    expect(defaultRuntimes(languageModel("qwen3-4b"), true, knowledge)).toEqual(["llama-cpp", "vllm"]);
    const vla = { ...languageModel("qwen3-4b"), kind: "vla" } as const;
    const serving = knowledge.runtimes.entries.filter(({ value }) => value.serves.includes("vla"));
    expect(defaultRuntimes(vla, false, knowledge)).toEqual(serving.map(({ id }) => id));
  });
});

describe("usualFormats()", () => {
  it("are those of the family an engine usually loads, and 16 bit", () => {
    expect(formats("qwen3-4b", "llama-cpp")).toEqual([
      "q3-k-m",
      "q4-k-m",
      "q5-k-m",
      "q6-k",
      "q8-0",
      "fp16",
      "bf16",
    ]);
    expect(formats("qwen3-4b", "vllm")).not.toContain("q4-k-m");
    expect(formats("qwen3-4b", "vllm")).toContain("w4a16");
  });

  it("include the format a model was published in", () => {
    expect(formats("gpt-oss-20b", "llama-cpp")).toContain("mxfp4");
    expect(formats("qwen3-4b", "llama-cpp")).not.toContain("mxfp4");
  });

  it("are those of 4 and 8 bits where several models multiply the settings", () => {
    expect(formats("qwen3-4b", "llama-cpp", true)).toEqual(["q4-k-m", "q8-0"]);
    expect(formats("qwen3-4b", "vllm", true)).toEqual(["w4a16", "int8"]);
  });
});

describe("usualContexts()", () => {
  const model = { ...languageModel("qwen3-4b"), maxContext: 40_960 };

  it.each([
    { minimum: undefined, isNarrow: false, contexts: [4096, 8192, 16_384, 32_768] },
    { minimum: 10_000, isNarrow: false, contexts: [10_000, 16_384, 32_768] },
    { minimum: undefined, isNarrow: true, contexts: [4096, 16_384] },
    { minimum: 40_961, isNarrow: false, contexts: [40_961] },
  ])("from $minimum are $contexts", ({ minimum, isNarrow, contexts }) => {
    expect(usualContexts(model, minimum, isNarrow)).toEqual(contexts);
  });

  it("are what a short model was made for, and every step where nobody says", () => {
    expect(usualContexts({ ...model, maxContext: 2048 }, undefined, false)).toEqual([2048]);
    const { maxContext, ...unknown } = model;
    expect(usualContexts(unknown, undefined, false).at(-1)).toBe(131_072);
  });
});

describe("usualCacheTypes()", () => {
  it.each([
    { id: "llama-cpp", isNarrow: false, types: ["f16", "q8-0"] },
    { id: "vllm", isNarrow: false, types: ["f16", "fp8"] },
    { id: "vllm", isNarrow: true, types: ["f16"] },
  ])("of $id are $types", ({ id, isNarrow, types }) => {
    expect(usualCacheTypes(id, isNarrow, knowledge)).toEqual(types);
  });
});
