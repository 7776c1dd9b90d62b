import { describe, expect, it } from "vitest";
import { CacheType, Quantization, Runtime } from "../../knowledge/engine-schema.ts";

const quantization = { name: "Q4_K_M", kind: "gguf", nominalBits: 4, blockBits: 4.5 };
const runtime = { name: "Engine", serves: ["llm"], quantizations: ["q4-k-m"], usual: {} };
const cacheType = { name: "q8_0", bytesPerValue: 1.0625, runtimes: ["llama-cpp"] };

describe("Quantization", () => {
  it("takes a format with and without bits over a whole file", () => {
    expect(Quantization.parse(quantization)).not.toHaveProperty("fileBits");
    expect(Quantization.parse({ ...quantization, fileBits: { dense: 4.89 } }).fileBits).toEqual({
      dense: 4.89,
    });
  });

  it.each([
    { why: "no bits per block", raw: { ...quantization, blockBits: undefined } },
    { why: "0 bits", raw: { ...quantization, nominalBits: 0 } },
    { why: "file bits without a dense figure", raw: { ...quantization, fileBits: { moe: 4.87 } } },
    { why: "hardware nobody has", raw: { ...quantization, needs: "fp2" } },
    { why: "a kind of file it does not know", raw: { ...quantization, kind: "zip" } },
    { why: "a field it does not know", raw: { ...quantization, bits: 4 } },
  ])("refuses $why", ({ raw }) => {
    expect(Quantization.safeParse(raw).success).toBe(false);
  });
});

describe("Runtime", () => {
  it("keeps windows, grows token by token, needs CUDA and emulates nothing, unless it says so", () => {
    expect(Runtime.parse(runtime)).toMatchObject({
      windowedCache: true,
      cacheBlockTokens: 1,
      embeddingOnHost: false,
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
