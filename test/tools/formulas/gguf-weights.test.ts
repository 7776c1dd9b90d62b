import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import {
  ggufStreamedBytes,
  ggufWeightBytes,
  ruleLayers,
  storedBits,
} from "../../../tools/formulas/gguf-weights.ts";
import { assume, knowledge, languageModel } from "../../fixtures/knowledge.ts";

const mix = (name: string) => {
  const found = knowledge.quantizations.get(name).entry.value.mix;
  if (!found) throw new Error(`${name} has no mix`);
  return found;
};

describe("storedBits()", () => {
  const q4k = { name: "q4-k", bits: 4.5, block: 256, otherBits: 5.5, otherBlock: 32 };

  it.each([
    { row: 4096, bits: 4.5 },
    { row: 4480, bits: 5.5 },
    { row: 100, bits: 16 },
  ])("is $bits in rows of $row", ({ row, bits }) => {
    expect(storedBits(q4k, row)).toBe(bits);
  });
});

describe("ruleLayers()", () => {
  it.each([
    { what: "all", layers: undefined, members: 32, counted: 32, taken: 32 },
    { what: "the first four", layers: { first: 4 }, members: 32, counted: 32, taken: 4 },
    { what: "the first four of three", layers: { first: 4 }, members: 3, counted: 3, taken: 3 },
    { what: "the first eighth", layers: { firstShare: 8 }, members: 36, counted: 36, taken: 4 },
    { what: "the middle", layers: "middle", members: 32, counted: 32, taken: 24 },
    {
      what: "first and last eighth and each third between",
      layers: "spread",
      members: 32,
      counted: 32,
      taken: 16,
    },
    { what: "the same of 28 layers", layers: "spread", members: 28, counted: 28, taken: 3 + 7 + 4 },
    {
      what: "the start of it, where 25 of 56 layers have such a tensor",
      layers: "spread",
      members: 25,
      counted: 56,
      taken: 7 + 6,
    },
  ] as const)("takes $what: $taken", ({ layers, members, counted, taken }) => {
    expect(ruleLayers(layers, members, counted)).toBe(taken);
  });
});

describe("ggufWeightBytes()", () => {
  it.each([
    { model: "llama-3.1-8b", format: "q4-k-m", bytes: 4_920_739_168 },
    { model: "llama-3.2-3b", format: "q6-k", bytes: 2_643_853_856 },
    { model: "llama-3.2-3b", format: "q8-0", bytes: 3_421_895_520 },
    { model: "llama-3.2-1b", format: "q8-0", bytes: 1_321_079_200 },
    { model: "smollm2-1.7b", format: "q8-0", bytes: 1_820_414_944 },
    { model: "gemma-2-2b", format: "q6-k", bytes: 2_151_393_120 },
    { model: "gemma-2-9b", format: "q4-k-m", bytes: 5_761_057_728 },
  ])("makes $model in $format $bytes bytes, but for its tokenizer", ({ model, format, bytes }) => {
    const record = languageModel(model);
    const { language } = ggufWeightBytes(record, mix(format));
    const perToken = (bytes - language) / (record.vocabularySize ?? 1);
    expect(perToken).toBeGreaterThan(20);
    expect(perToken).toBeLessThan(65);
    expect(
      Math.abs((language + (record.vocabularySize ?? 0) * assume("gguf-tokenizer-bytes")) / bytes - 1),
    ).toBeLessThan(0.003);
  });

  it.each([
    { what: "rows of 4,480 that no K-quant takes", model: "nemotron-nano-9b-v2", format: "q2-k", gib: 4.7 },
    { what: "experts that stay in MXFP4", model: "gpt-oss-20b", format: "q2-k", gib: 10.7 },
    { what: "70B with attention values in more bits", model: "llama-3.3-70b", format: "q4-k-m", gib: 39.6 },
    { what: "embeddings per layer", model: "gemma-3n-e4b", format: "q4-k-m", gib: 4.2 },
    { what: "128 experts", model: "qwen3-30b-a3b", format: "q4-k-m", gib: 17.3 },
  ])("has $what: $model in $format is $gib GiB to the last printed digit", ({ model, format, gib }) => {
    const { language } = ggufWeightBytes(languageModel(model), mix(format));
    expect(Math.abs(language / 2 ** 30 - gib)).toBeLessThan(0.06);
  });

  it("stores the table of a tied model as a head, that of an untied one in its own type", () => {
    const model = (tiedEmbeddings: boolean) =>
      Model.parse({
        name: "Some",
        parametersBillions: 0.1,
        vocabularySize: 1024,
        hiddenSize: 1024,
        tiedEmbeddings,
      });
    expect(ggufWeightBytes(model(true), mix("q4-k-m")).embedding).toBe((2 ** 20 * 6.5625) / 8);
    expect(ggufWeightBytes(model(false), mix("q4-k-m")).embedding).toBe((2 ** 20 * 4.5) / 8);
  });

  it("corrects the layers, not the tables, by the factor of the mix", () => {
    const model = languageModel("llama-3.1-8b");
    const plain = ggufWeightBytes(model, mix("q8-0"));
    const more = ggufWeightBytes(model, { ...mix("q8-0"), correction: 1.1 });
    expect(more.embedding).toBe(plain.embedding);
    expect((more.language - plain.language) / (0.1 * (6_979_321_856 * 8.5)) / 0.125).toBeCloseTo(1, 6);
  });
});

describe("ggufStreamedBytes()", () => {
  it("reads all of an untied model but its embedding", () => {
    const model = languageModel("qwen2.5-7b");
    const { language, embedding } = ggufWeightBytes(model, mix("q4-k-m"));
    expect(ggufStreamedBytes(model, mix("q4-k-m"), 1)).toBeCloseTo(language - embedding, 0);
  });

  it("reads all of a tied model, and of embeddings per layer no more than a row", () => {
    const tied = languageModel("llama-3.2-1b");
    expect(ggufStreamedBytes(tied, mix("q8-0"), 1)).toBeCloseTo(
      ggufWeightBytes(tied, mix("q8-0")).language,
      0,
    );
    const elastic = languageModel("gemma-4-e4b");
    const tables = (262_144 * 256 * 42 * 8.5) / 8;
    const read = ggufWeightBytes(elastic, mix("q8-0")).language - tables;
    expect(ggufStreamedBytes(elastic, mix("q8-0"), 1)).toBeCloseTo(read, 0);
  });

  it("reads of routed experts the share that is touched", () => {
    const model = languageModel("qwen3-30b-a3b");
    const experts = (48 * 128 * 3 * 2048 * 768 * 8.5) / 8;
    const [none, half, all] = [0, 0.5, 1].map((share) => ggufStreamedBytes(model, mix("q8-0"), share));
    expect((all ?? 0) - (none ?? 0)).toBeCloseTo(experts, 0);
    expect((half ?? 0) - (none ?? 0)).toBeCloseTo(experts / 2, 0);
  });
});
