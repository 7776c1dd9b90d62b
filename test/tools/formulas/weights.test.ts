import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import { GIB, MIB } from "../../../knowledge/units.ts";
import { fileMix, parameterClasses, weightBytes } from "../../../tools/formulas/weights.ts";
import { knowledge, languageModel } from "../../fixtures/knowledge.ts";

const base = { parametersBillions: 0.01, vocabularySize: 1000, hiddenSize: 1024 };
const model = (fields: object = {}) => Model.parse({ name: "Some", ...base, ...fields });
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

describe("fileMix()", () => {
  it("is that of a GGUF file, and of a 16-bit format only where it is loaded as one", () => {
    expect(fileMix(format("q4-k-m"))).toBe(format("q4-k-m").mix);
    expect(fileMix(format("fp16"))).toBeUndefined();
    expect(fileMix({ ...format("fp16"), kind: "gguf" })?.base.bits).toBe(16);
    expect(fileMix(checkpoint)).toBeUndefined();
  });
});

describe("weightBytes()", () => {
  const untied = model({ tiedEmbeddings: false, visionParametersMillions: 2 });

  it("takes a GGUF by the types of its tensors, beside a tower in 16 bit", () => {
    const { language, vision, embedding } = weightBytes(untied, format("q4-k-s"));
    // 1.024 million of embedding and 5.952 million of layers in 4.5 bits, 1.024 million of head in 6.5625.
    expect(language).toBeCloseTo((6_976_000 * 4.5 + 1_024_000 * 6.5625) / 8, 3);
    expect([vision, embedding]).toEqual([4e6, 576_000]);
  });

  it("takes a checkpoint by class: layers in 4 bit, embedding, head and tower in 16", () => {
    const { language, vision, embedding } = weightBytes(untied, checkpoint);
    expect(language).toBeCloseTo(5_952_000 / 2 + 2_048_000 * 2, 3);
    expect([vision, embedding]).toEqual([4e6, 2_048_000]);
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
      within: 0.002,
    },
    { id: "J02a", name: "qwen2.5-7b", quantization: "Q4_K_M", bytes: 4.3752 * GIB, within: 0.005 },
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
    expect((language - embedding) / MIB).toBeCloseTo(4168.09, 2);
  });

  it.each(["awq-int4", "gptq-int4", "w4a16", "nf4", "nvfp4"])(
    "takes 7B in %s for 5 to 7 GB, not 3.5",
    (name) => {
      const { language } = weightBytes(languageModel("qwen2.5-7b"), format(name));
      expect(language).toBeGreaterThan(5e9);
      expect(language).toBeLessThan(7e9);
    },
  );

  it.each(["q4-k-m", "q2-k", "q8-0", "mxfp4"])("takes gpt-oss-20b in %s for 10.6 to 11.3 GiB", (name) => {
    const { language } = weightBytes(languageModel("gpt-oss-20b"), { ...format(name), kind: "gguf" });
    expect(language).toBeGreaterThan(10.6 * GIB);
    expect(language).toBeLessThan(11.3 * GIB);
  });
});
