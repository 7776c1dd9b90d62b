import { describe, expect, it } from "vitest";
import { GIB, MIB } from "../../../knowledge/units.ts";
import {
  type CacheLayout,
  cachedTokens,
  cacheGroups,
  kvCacheBytes,
  largestCacheBytes,
} from "../../../tools/formulas/kv-cache.ts";
import { cacheLayout } from "../../../tools/memory/language-lines.ts";
import { assume, languageModel, place } from "../../fixtures/knowledge.ts";

const layout: CacheLayout = {
  contextTokens: 100,
  sequences: 1,
  bytesPerValue: 2,
  windowed: true,
  microBatchTokens: 512,
  windowPaddingTokens: 256,
  blockTokens: 1,
};
const plain = { layers: 10, kvHeads: 2, headSize: 64 };

describe("cacheGroups()", () => {
  it.each([
    {
      what: "its own groups",
      model: { ...plain, kvGroups: [{ layers: 3, kvHeads: 1, headSize: 8 }] },
      layers: [3],
    },
    { what: "one group of all layers", model: plain, layers: [10] },
    { what: "none, when the shape is not known", model: { layers: 10, kvHeads: 2 }, layers: [] },
  ])("gives a model $what", ({ model, layers }) => {
    expect(cacheGroups(model).map((group) => group.layers)).toEqual(layers);
  });
});

describe("kvCacheBytes()", () => {
  it.each([
    { what: "one token: 10 layers × 2 heads × 2 × 64 × 2 bytes", change: { contextTokens: 1 }, bytes: 5120 },
    { what: "100 tokens", change: {}, bytes: 512_000 },
    { what: "100 tokens of 3 sequences", change: { sequences: 3 }, bytes: 1_536_000 },
    { what: "100 tokens of one byte a value", change: { bytesPerValue: 1 }, bytes: 256_000 },
    { what: "96 tokens in blocks of 16", change: { contextTokens: 96, blockTokens: 16 }, bytes: 491_520 },
    {
      what: "97 tokens in blocks of 16, a block more",
      change: { contextTokens: 97, blockTokens: 16 },
      bytes: 573_440,
    },
  ])("takes $bytes bytes for $what", ({ change, bytes }) => {
    expect(kvCacheBytes(plain, { ...layout, ...change })).toBe(bytes);
  });

  it("takes nothing for a model of unknown shape", () => {
    expect(kvCacheBytes({ layers: 10 }, layout)).toBe(0);
  });

  const windowed = { kvGroups: [{ layers: 1, kvHeads: 1, headSize: 1, window: 128 }] };
  it.each([
    { why: "the context is shorter", change: { contextTokens: 767 }, cells: 767 },
    {
      why: "the context is as long as window and micro-batch, padded",
      change: { contextTokens: 768 },
      cells: 768,
    },
    { why: "the context is longer", change: { contextTokens: 769 }, cells: 768 },
    { why: "four sequences have a window each", change: { contextTokens: 8192, sequences: 4 }, cells: 1024 },
    {
      why: "five sequences need one padding more",
      change: { contextTokens: 8192, sequences: 5 },
      cells: 1280,
    },
    { why: "the engine keeps no windows", change: { contextTokens: 8192, windowed: false }, cells: 8192 },
  ])("keeps $cells cells of a window of 128, when $why", ({ change, cells }) => {
    expect(kvCacheBytes(windowed, { ...layout, ...change })).toBe(cells * 2 * 2);
  });

  it("caches one vector a layer for latent attention, whatever the heads are", () => {
    const latent = { ...plain, latentKvSize: 576 };
    expect(kvCacheBytes(latent, layout)).toBe(10 * 100 * 576 * 2);
  });
});

type Logged = { id: string; input: Record<string, unknown>; bytes: number };

/** Logs of engines by the id of their record; contexts are of one sequence, as users state them. */
const logged: Logged[] = [
  {
    id: "L01d",
    input: { model: "Qwen2.5-Coder-7B-Instruct", runtime: "ollama", contextTokens: 4096 },
    bytes: 224 * MIB,
  },
  {
    id: "L09",
    input: { model: "Qwen2.5-7B-Instruct", runtime: "llama-cpp", contextTokens: 8192, kvCacheType: "q4_0" },
    bytes: 126 * MIB,
  },
  {
    id: "L13a",
    input: { model: "Qwen3.5-9B", quantization: "Q8_0", contextTokens: 33_792, concurrency: 4 },
    bytes: 4224 * MIB,
  },
  { id: "J01b", input: { model: "Qwen3-0.6B", contextTokens: 4096 }, bytes: 448 * MIB },
  {
    id: "V01: 78,384 tokens in 5.38 GiB",
    input: { model: "gpt-oss-120b", quantization: "MXFP4", runtime: "vllm", contextTokens: 78_384 },
    bytes: 5.38 * GIB,
  },
  {
    id: "V01: 73,728 B a token",
    input: { model: "gpt-oss-120b", quantization: "MXFP4", runtime: "vllm", contextTokens: 16 },
    bytes: 16 * 73_728,
  },
  {
    id: "V03b: 6,495 blocks of 1,835,008 B",
    input: { model: "Qwen3-0.6B", quantization: "bf16", runtime: "vllm", contextTokens: 103_920 },
    bytes: 6495 * 1_835_008,
  },
];

describe("kvCacheBytes() of the records", () => {
  it.each(logged)("agrees with the log within 0.5 %: $id", ({ input, bytes }) => {
    const placed = place(input);
    const computed = kvCacheBytes(placed.language ?? {}, cacheLayout(placed, assume));
    expect(Math.abs(computed / bytes - 1)).toBeLessThan(0.005);
  });

  it("agrees with the log within 0.5 %: L12, the 12 layers of gpt-oss-20b without a window", () => {
    const placed = place({
      model: "gpt-oss-20b",
      quantization: "MXFP4",
      contextTokens: 8192,
      kvCacheType: "q8_0",
    });
    const full = cacheGroups(placed.language ?? {}).filter(({ window }) => window === undefined);
    const computed = kvCacheBytes({ kvGroups: full }, cacheLayout(placed, assume));
    expect(Math.abs(computed / (102 * MIB) - 1)).toBeLessThan(0.005);
  });

  it.each([
    { id: "L13b", slots: 4, bytes: 201 * MIB },
    { id: "L13c", slots: 1, bytes: 50.25 * MIB },
  ])("leaves the recurrent state of Qwen3.5-9B to its record: $id", ({ slots, bytes }) => {
    expect((languageModel("Qwen3.5-9B").recurrentState ?? 0) * slots).toBe(bytes);
  });
});

describe("kvCacheBytes() of shapes that a log prints", () => {
  const gemma12 = {
    kvGroups: [
      { layers: 8, kvHeads: 1, headSize: 512 },
      { layers: 40, kvHeads: 8, headSize: 256, window: 1024 },
    ],
  };
  const [full = [], windows = []] = gemma12.kvGroups.map((group) => [group]);
  const q8 = { ...layout, bytesPerValue: 34 / 32 };
  const latent = { layers: 78, latentKvSize: 576 };

  it.each([
    { id: "L02c", model: { kvGroups: full }, at: { ...q8, contextTokens: 2048, sequences: 4 }, mib: 68 },
    { id: "L02d", model: { kvGroups: windows }, at: { ...q8, contextTokens: 2048, sequences: 4 }, mib: 765 },
    { id: "L03", model: gemma12, at: { ...q8, contextTokens: 8192 }, mib: 323 },
    { id: "L04", model: gemma12, at: { ...q8, contextTokens: 16_384 }, mib: 391 },
    { id: "L15a", model: latent, at: { ...layout, contextTokens: 524_288 }, mib: 44_928 },
    {
      id: "L15b",
      model: { layers: 21, latentKvSize: 128 },
      at: { ...layout, contextTokens: 524_288 },
      mib: 2688,
    },
  ])("agrees with the log to the byte: $id", ({ model, at, mib }) => {
    expect(kvCacheBytes(model, at)).toBe(mib * MIB);
  });

  it("agrees with the log to the byte: J02b, 11,836 blocks of 917,504 B for Qwen2-7B in vLLM", () => {
    const qwen2 = { layers: 28, kvHeads: 4, headSize: 128 };
    const at = { ...layout, contextTokens: 11_836 * 16, blockTokens: 16 };
    expect(kvCacheBytes(qwen2, at)).toBe(11_836 * 917_504);
  });
});

/** Gemma 4 12B as its log shows it: 8 full layers of one head of 512, 40 windowed layers of 8 heads of 256. */
const gemma = {
  kvGroups: [
    { layers: 8, kvHeads: 1, headSize: 512 },
    { layers: 40, kvHeads: 8, headSize: 256, window: 1024 },
  ],
};
const inQ8 = { ...layout, bytesPerValue: 34 / 32 };

describe("kvCacheBytes() of shapes out of the ordinary", () => {
  it.each([
    { id: "L02c and L02d", contextTokens: 2048, sequences: 4, mebibytes: 68 + 765 },
    { id: "L03", contextTokens: 8192, sequences: 1, mebibytes: 323 },
    { id: "L04", contextTokens: 16_384, sequences: 1, mebibytes: 391 },
  ])("agrees with the log of full and windowed layers of other heads: $id", ({ mebibytes, ...change }) => {
    expect(kvCacheBytes(gemma, { ...inQ8, ...change })).toBe(mebibytes * MIB);
  });

  it("agrees with the log of a latent cache and its indexer (L15a and L15b)", () => {
    const latent = { layers: 78, latentKvSize: 576 };
    const indexer = { layers: 21, kvHeads: 1, headSize: 128, valueSize: 0 };
    const long = { ...layout, contextTokens: 524_288 };
    expect(kvCacheBytes(latent, long)).toBe(44_928 * MIB);
    expect(kvCacheBytes({ ...latent, kvGroups: [indexer] }, long)).toBe((44_928 + 2688) * MIB);
  });

  it("counts values narrower than keys as they are", () => {
    const group = { layers: 1, kvHeads: 16, headSize: 192, valueSize: 128 };
    expect(kvCacheBytes({ kvGroups: [group] }, { ...layout, contextTokens: 1 })).toBe(16 * 320 * 2);
  });
});

describe("largestCacheBytes()", () => {
  it("is the larger of the buffers for full and for windowed layers", () => {
    expect(largestCacheBytes(gemma, { ...inQ8, contextTokens: 8192 })).toBe(255 * MIB);
    expect(largestCacheBytes(gemma, { ...inQ8, contextTokens: 65_536 })).toBe(544 * MIB);
  });
});

describe("cachedTokens()", () => {
  it.each([
    { window: undefined, windowed: true, cells: 4096 },
    { window: 128, windowed: true, cells: 768 },
    { window: 128, windowed: false, cells: 4096 },
  ])("is $cells for a window of $window kept as such: $windowed", ({ window, windowed, cells }) => {
    expect(cachedTokens(window, { ...layout, contextTokens: 4096, windowed })).toBe(cells);
  });
});
