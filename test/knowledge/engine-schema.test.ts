import { describe, expect, it } from "vitest";
import { CacheType, QuantizationRecord, quantizationSchema, Runtime } from "../../knowledge/engine-schema.ts";

const quantization = { name: "Q4_K_M", kind: "gguf", nominalBits: 4, blockBits: 4.5 };
const runtime = { name: "Engine", serves: ["llm"], quantizations: ["q4-k-m"], usual: {} };
const cacheType = { name: "q8_0", bytesPerValue: 1.0625, runtimes: ["llama-cpp"] };

describe("QuantizationRecord", () => {
  it("takes a format with and without a mix of tensor types", () => {
    expect(QuantizationRecord.parse(quantization)).not.toHaveProperty("mix");
    expect(QuantizationRecord.parse({ ...quantization, mix: { base: "q4-k" } }).mix).toEqual({
      base: "q4-k",
      fitted: false,
      rules: [],
    });
  });

  it.each([
    { why: "no bits per block", raw: { ...quantization, blockBits: undefined } },
    { why: "0 bits", raw: { ...quantization, nominalBits: 0 } },
    { why: "a mix without a base", raw: { ...quantization, mix: { output: "q6-k" } } },
    { why: "hardware nobody has", raw: { ...quantization, needs: "fp2" } },
    { why: "a kind of file it does not know", raw: { ...quantization, kind: "zip" } },
    { why: "a field it does not know", raw: { ...quantization, bits: 4 } },
  ])("refuses $why", ({ raw }) => {
    expect(QuantizationRecord.safeParse(raw).success).toBe(false);
  });
});

describe("quantizationSchema()", () => {
  const type = { bits: 4.5, block: 32 };
  const schema = quantizationSchema(new Map(["q4-0", "f16", "mxfp4"].map((name) => [name, type])));

  it("looks up the types that a mix names", () => {
    expect(schema.parse({ ...quantization, mix: { base: "q4-0" } }).mix?.base.bits).toBe(4.5);
    expect(schema.parse(quantization)).not.toHaveProperty("mix");
  });

  it("refuses a type that nobody recorded", () => {
    expect(() => schema.parse({ ...quantization, mix: { base: "q9-9" } })).toThrow(/no tensor type "q9-9"/);
  });
});

describe("Runtime", () => {
  it("keeps windows, grows token by token, needs CUDA and emulates nothing, unless it says so", () => {
    expect(Runtime.parse(runtime)).toMatchObject({
      windowedCache: true,
      cacheBlockTokens: 1,
      embeddingOnHost: false,
      loadsGguf: false,
      portable: false,
      emulates: [],
      refusals: [],
    });
  });

  it.each([
    { why: "a kind of model it does not know", raw: { ...runtime, serves: ["audio"] } },
    { why: "blocks of no tokens", raw: { ...runtime, cacheBlockTokens: 0 } },
    { why: "a refusal without a source", raw: { ...runtime, refusals: [{ code: "no", message: "No." }] } },
    { why: "no usual formats", raw: { ...runtime, usual: undefined } },
  ])("refuses $why", ({ raw }) => {
    expect(Runtime.safeParse(raw).success).toBe(false);
  });
});

describe("CacheType", () => {
  it("counts the scales of a block: 34 bytes for 32 values of q8_0", () => {
    expect(CacheType.parse(cacheType).bytesPerValue * 32).toBe(34);
  });

  it.each([
    { why: "no bytes", raw: { ...cacheType, bytesPerValue: 0 } },
    { why: "no runtimes", raw: { ...cacheType, runtimes: undefined } },
    { why: "FP4 hardware", raw: { ...cacheType, needs: "fp4" } },
  ])("refuses $why", ({ raw }) => {
    expect(CacheType.safeParse(raw).success).toBe(false);
  });
});
