import { describe, expect, it } from "vitest";
import { isLanguageModel, WorkloadInput } from "../../../tools/placement/workload.ts";
import { knowledge, place } from "../../fixtures/knowledge.ts";

describe("WorkloadInput", () => {
  const input = { model: "qwen3-8b" };

  it.each([
    { change: {}, fine: true },
    { change: { contextTokens: 1 }, fine: true },
    { change: { contextTokens: 0 }, fine: false },
    { change: { contextTokens: 1.5 }, fine: false },
    { change: { contextTokens: 2 ** 24 }, fine: true },
    { change: { contextTokens: 2 ** 24 + 1 }, fine: false },
    ...["concurrency", "images", "streams", "imageWidth", "imageHeight"].flatMap((field) => [
      { change: { [field]: 2 ** 16 }, fine: true },
      { change: { [field]: 2 ** 16 + 1 }, fine: false },
    ]),
    { change: { concurrency: 0 }, fine: false },
    { change: { images: 0 }, fine: true },
    { change: { images: -1 }, fine: false },
    { change: { imageWidth: 0 }, fine: false },
    { change: { streams: 0 }, fine: false },
    { change: { speculativeDecoding: { method: "EAGLE-3" } }, fine: true },
    { change: { speculativeDecoding: {} }, fine: false },
    { change: { speculativeDecoding: { method: "x", acceptedTokensPerPass: 1 } }, fine: true },
    { change: { speculativeDecoding: { method: "x", acceptedTokensPerPass: 0.9 } }, fine: false },
    { change: { model: undefined }, fine: false },
    { change: { context: 4096 }, fine: false },
  ])("takes $change: $fine", ({ change, fine }) => {
    expect(WorkloadInput.safeParse({ ...input, ...change }).success).toBe(fine);
  });
});

describe("isLanguageModel()", () => {
  it.each([
    { name: "qwen3-8b", language: true },
    { name: "qwen2.5-vl-7b", language: true },
    { name: "openvla-7b", language: true },
    { name: "yolo11s", language: false },
    { name: "whisper-medium", language: false },
    { name: "bge-m3", language: false },
    { name: "camera-stream", language: false },
  ])("is $language for $name", ({ name, language }) => {
    expect(isLanguageModel(knowledge.models.get(name).entry.value)).toBe(language);
  });
});

describe("toPlaced()", () => {
  it("fills in 4,096 tokens, one sequence and f16 for a language model, and says what it filled in", () => {
    const { resolved, assumptions, language } = place({ model: "Qwen/Qwen3-8B" });
    expect(resolved).toEqual({
      model: "qwen3-8b",
      quantization: "q4-k-m",
      runtime: "llama-cpp",
      contextTokens: 4096,
      concurrency: 1,
      kvCacheType: "f16",
    });
    expect(assumptions).toEqual([
      "Qwen3 8B: runtime llama.cpp",
      "Qwen3 8B: format Q4_K_M",
      "Qwen3 8B: 4,096 tokens of context",
    ]);
    expect(language?.layers).toBe(36);
  });

  it("fills in one image of 1280 × 720 for a vision-language model", () => {
    const { resolved, assumptions } = place({ model: "qwen2.5-vl-7b" });
    expect(resolved).toMatchObject({ images: 1, imageWidth: 1280, imageHeight: 720 });
    expect(assumptions).toContain("Qwen2.5-VL 7B Instruct: 1 image of 1280×720");
  });

  it("keeps that there is no image, when that is stated", () => {
    const { images, resolved, assumptions } = place({ model: "qwen2.5-vl-7b", images: 0 });
    expect([images, resolved.images]).toEqual([0, 0]);
    expect(assumptions.filter((text) => text.includes("image"))).toEqual([]);
  });

  it("gives a detector no images, whatever is stated, and a language model no streams of its own", () => {
    const eyes = place({ model: "yolo11s", images: 3 });
    expect([eyes.images, Object.hasOwn(eyes.resolved, "images")]).toEqual([0, false]);
    expect(place({ model: "qwen3-8b", streams: 3 }).resolved).not.toHaveProperty("streams");
  });

  it("fills in YOLO11s, TensorRT, FP16 and one stream for YOLO", () => {
    const { resolved, assumptions, language } = place({ model: "YOLO" });
    expect(resolved).toEqual({ model: "yolo11s", quantization: "fp16", runtime: "tensorrt", streams: 1 });
    expect(assumptions).toEqual([
      '"YOLO" is taken as YOLO11s',
      "YOLO11s: runtime TensorRT",
      "YOLO11s: format FP16",
      "YOLO11s: one camera stream",
    ]);
    expect(language).toBeNull();
  });

  it("assumes nothing, when everything is stated", () => {
    const stated = { quantization: "q8-0", runtime: "ollama", contextTokens: 100, kvCacheType: "q8_0" };
    expect(place({ model: "qwen3-8b", ...stated }).assumptions).toEqual([]);
    const streams = { model: "yolo11s", quantization: "int8", runtime: "deepstream", streams: 3 };
    expect(place(streams).assumptions).toEqual([]);
  });

  it("says what a width meant and of which model", () => {
    expect(place({ model: "qwen3-8b", quantization: "4-bit", runtime: "vllm" }).assumptions[0]).toBe(
      'Qwen3 8B: "4-bit" means W4A16 on vLLM',
    );
  });

  it("reads the smallest inline model, and an inline detector", () => {
    const mine = { name: "Mine", parametersBillions: 7 };
    expect(place({ model: mine })).toMatchObject({
      subject: { id: null },
      language: { kind: "llm", parametersBillions: 7 },
      resolved: { model: mine, quantization: "q4-k-m" },
    });
    expect(place({ model: { name: "Eyes", kind: "detector", gflops: 10 } })).toMatchObject({
      language: null,
      resolved: { runtime: "tensorrt", streams: 1 },
    });
  });

  it("takes an inline model of up to 100,000 billion parameters, and any other thing without a size", () => {
    const parametersBillions = 100_000;
    expect(place({ model: { name: "Mine", parametersBillions } }).language).toMatchObject({
      parametersBillions,
    });
    expect(place({ model: { name: "Eyes", kind: "detector" } }).language).toBeNull();
  });

  it.each([5, null, "camera", {}])("refuses an inline model of the kind %j", (kind) => {
    expect(() => place({ model: { name: "Mine", parametersBillions: 7, kind } })).toThrow(
      /^Cannot read the inline model "Mine"/,
    );
  });

  it.each(["none", "None", "vanilla", "off"])("does not speculate by the method %s", (method) => {
    const plain = place({ model: "qwen3-8b" });
    const said = place({ model: "qwen3-8b", speculativeDecoding: { method, draft: "qwen3-0.6b" } });
    expect([said.speculation, said.draft]).toEqual([null, null]);
    expect(said.resolved).toEqual(plain.resolved);
  });

  it("gives what is no language model no draft", () => {
    const drafting = { method: "draft", draft: "qwen3-0.6b" };
    const eyes = place({ model: "qwen3-embedding-0.6b", speculativeDecoding: drafting });
    expect([eyes.draft, eyes.speculation, eyes.resolved.speculativeDecoding]).toEqual([
      null,
      null,
      undefined,
    ]);
  });

  it("finds a draft model, and leaves out a draft that is no language model", () => {
    const speculate = (draft?: string) =>
      place({ model: "qwen3-8b", speculativeDecoding: { method: "draft", ...(draft && { draft }) } });
    expect(speculate("qwen3:0.6b").draft?.name).toBe("Qwen3 0.6B");
    expect(speculate("yolo11s").draft).toBeNull();
    expect(speculate()).toMatchObject({ draft: null, speculation: { method: "draft" } });
    expect(place({ model: "qwen3-8b" }).speculation).toBeNull();
  });

  it("gives the same for what it resolved, for every model", () => {
    for (const { id } of knowledge.models.entries) {
      const { assumptions, ...first } = place({ model: id });
      const { assumptions: none, ...again } = place(first.resolved);
      expect(again).toEqual(first);
      expect(none).toEqual([]);
      expect(assumptions.length).toBeGreaterThan(0);
    }
  });

  it.each([
    { input: { model: "qwen9" }, code: "unknown-id" },
    { input: { model: "qwen2.5" }, code: "ambiguous-id" },
    { input: { model: "qwen3-8b", kvCacheType: "q9" }, code: "unknown-id" },
    {
      input: { model: "qwen3-8b", speculativeDecoding: { method: "x", draft: "qwen9" } },
      code: "unknown-id",
    },
    { input: { model: { name: "Mine", parametersBillions: "7" } }, code: "invalid-input" },
    { input: { model: { name: "Mine" } }, code: "invalid-input" },
    { input: { model: { name: "Mine", parametersBillions: 100_001 } }, code: "invalid-input" },
  ])("throws $code for $input", ({ input, code }) => {
    expect(() => place(input)).toThrow(expect.objectContaining({ code }));
  });
});
