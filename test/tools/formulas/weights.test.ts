import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import { GIB, MIB } from "../../../knowledge/units.ts";
import { fileBits, parameterClasses, weightBytes } from "../../../tools/formulas/weights.ts";
import { knowledge, languageModel } from "../../fixtures/knowledge.ts";

const base = { parametersBillions: 0.01, vocabularySize: 1000, hiddenSize: 1024 };
const model = (fields: object = {}) => Model.parse({ name: "Some", ...base, ...fields });
const gguf = {
  kind: "gguf",
  nominalBits: 4,
  blockBits: 4,
  fileBits: { dense: 5, smallTied: 6, fallback: 7, moe: 3 },
} as const;
const denseOnly = { ...gguf, fileBits: { dense: 5 } };
const checkpoint = { kind: "checkpoint", nominalBits: 4, blockBits: 4 } as const;
const format = (name: string) => knowledge.quantizations.get(name).entry.value;

describe("parameterClasses()", () => {
  it.each([
    { what: "a head of its own", fields: { tiedEmbeddings: false }, head: 1_024_000, layers: 7_952_000 },
    { what: "a tied head", fields: { tiedEmbeddings: true }, head: 0, layers: 8_976_000 },
    { what: "a head nobody speaks of", fields: {}, head: 0, layers: 8_976_000 },
  ])("splits 10 million parameters with $what", ({ fields, head, layers }) => {
    expect(parameterClasses(model(fields))).toEqual({ embedding: 1_024_000, head, layers, vision: 0 });
  });

  it("takes the vision tower out of the total", () => {
    const { vision, layers } = parameterClasses(model({ visionParametersMillions: 2 }));
    expect([vision, layers]).toEqual([2e6, 6_976_000]);
  });

  it("counts no layers below none", () => {
    expect(parameterClasses(model({ visionParametersMillions: 20 })).layers).toBe(0);
  });
});

describe("fileBits()", () => {
  it.each([
    { what: "a dense model", fields: {}, bits: 5 },
    { what: "a small tied model", fields: { tiedEmbeddings: true }, bits: 6 },
    {
      what: "a tied model just below 5 billion",
      fields: { tiedEmbeddings: true, parametersBillions: 4.999 },
      bits: 6,
    },
    { what: "a tied model of 5 billion", fields: { tiedEmbeddings: true, parametersBillions: 5 }, bits: 5 },
    { what: "rows that are no multiple of 256", fields: { hiddenSize: 1025 }, bits: 7 },
    { what: "a mixture", fields: { hiddenSize: 1025, experts: { count: 8, perToken: 2 } }, bits: 3 },
    {
      what: "a model published in 4.6 bits",
      fields: { nativeQuantization: { id: "mxfp4", bitsPerWeight: 4.6 } },
      bits: 4.6,
    },
  ])("is $bits for $what", ({ fields, bits }) => {
    expect(fileBits(model(fields), gguf)).toBe(bits);
    const dense = bits === 4.6 ? 4.6 : 5;
    expect(fileBits(model(fields), denseOnly)).toBe(dense);
  });

  it("is unknown for a format without whole-file bits", () => {
    expect(fileBits(model(), checkpoint)).toBeUndefined();
  });
});

describe("weightBytes()", () => {
  const untied = model({ tiedEmbeddings: false, visionParametersMillions: 2 });

  it("takes a GGUF by its bits over the whole file, the tower in 16 bit, the embedding by its block", () => {
    expect(weightBytes(untied, gguf)).toEqual({ language: 5e6, vision: 4e6, embedding: 512_000 });
  });

  it("takes a checkpoint by class: layers in 4 bit, embedding, head and tower in 16", () => {
    expect(weightBytes(untied, checkpoint)).toEqual({
      language: 5_952_000 / 2 + 2_048_000 * 2,
      vision: 4e6,
      embedding: 2_048_000,
    });
  });

  it("takes a model published in 4.6 bits as it was published, in any 4-bit format, not in 16 bit", () => {
    const native = model({ nativeQuantization: { id: "mxfp4", bitsPerWeight: 4.6 } });
    expect(weightBytes(native, checkpoint).language).toBe(5.75e6);
    expect(weightBytes(native, gguf).language).toBe(5.75e6);
    expect(weightBytes(native, { ...checkpoint, nominalBits: 16, blockBits: 16 }).language).toBe(20e6);
  });

  it("takes everything in 16 bit for 2 bytes a parameter", () => {
    const { language, vision } = weightBytes(untied, format("fp16"));
    expect(language + vision).toBe(2 * 10e6);
  });

  it.each([
    {
      id: "L01a",
      name: "Qwen2.5-Coder-7B-Instruct",
      quantization: "Q4_K_M",
      bytes: 4.36 * GIB,
      within: 0.01,
    },
    { id: "J02a", name: "qwen2.5-7b", quantization: "Q4_K_M", bytes: 4.3752 * GIB, within: 0.01 },
    { id: "V04a", name: "qwen2.5-7b", quantization: "AWQ", bytes: 5.2 * GIB, within: 0.01 },
  ])(
    "agrees with the log of $name in $quantization within $within: $id",
    ({ name, quantization, bytes, within }) => {
      const { language } = weightBytes(languageModel(name), format(quantization));
      expect(Math.abs(language / bytes - 1)).toBeLessThan(within);
    },
  );

  it("keeps 292.36 MiB of Qwen2.5-Coder-7B on the host and 4,168.09 MiB on the GPU, as logged (L01b, L01c)", () => {
    const { language, embedding } = weightBytes(languageModel("Qwen2.5-Coder-7B-Instruct"), format("Q4_K_M"));
    expect(embedding / MIB).toBeCloseTo(292.36, 2);
    expect(Math.abs((language - embedding) / (4168.09 * MIB) - 1)).toBeLessThan(0.01);
  });

  it.each(["awq-int4", "gptq-int4", "w4a16", "nf4", "nvfp4"])(
    "takes 7B in %s for 5 to 7 GB, not 3.5",
    (name) => {
      const { language } = weightBytes(languageModel("qwen2.5-7b"), format(name));
      expect(language).toBeGreaterThan(5e9);
      expect(language).toBeLessThan(7e9);
    },
  );

  it.each(["q4-k-m", "q2-k", "q8-0", "mxfp4"])("takes gpt-oss-20b in %s for 10.7 to 11.3 GiB", (name) => {
    const { language } = weightBytes(languageModel("gpt-oss-20b"), format(name));
    expect(language).toBeGreaterThan(10.7 * GIB);
    expect(language).toBeLessThan(11.3 * GIB);
  });
});
