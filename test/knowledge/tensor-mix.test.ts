import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KNOWLEDGE_FOLDER } from "../../knowledge/knowledge.ts";
import { loadTable } from "../../knowledge/load.ts";
import { MixRecord, MixRule, resolveMix, TensorRole, TensorType } from "../../knowledge/tensor-mix.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const types = new Map(
  loadTable(join(KNOWLEDGE_FOLDER, "tensor-types.yaml"), TensorType).map(({ id, value }) => [id, value]),
);
const resolve = (raw: unknown) => resolveMix(MixRecord.parse(raw), types);

describe("TensorType", () => {
  it.each([
    { name: "q4-k", bytes: 144, weights: 256 },
    { name: "q5-k", bytes: 176, weights: 256 },
    { name: "q6-k", bytes: 210, weights: 256 },
    { name: "q3-k", bytes: 110, weights: 256 },
    { name: "q2-k", bytes: 84, weights: 256 },
    { name: "iq4-xs", bytes: 136, weights: 256 },
    { name: "iq2-s", bytes: 82, weights: 256 },
    { name: "q8-0", bytes: 34, weights: 32 },
    { name: "mxfp4", bytes: 17, weights: 32 },
  ])("of $name takes $bytes bytes for $weights weights", ({ name, bytes, weights }) => {
    expect(((types.get(name)?.bits ?? 0) * weights) / 8).toBe(bytes);
  });

  it("falls back to one that exists and has shorter blocks", () => {
    for (const { block, otherwise } of types.values())
      if (otherwise) expect(types.get(otherwise)?.block).toBeLessThan(block);
  });
});

describe("TensorRole", () => {
  it("knows experts by the part they play, not by a name of their own", () => {
    expect(TensorRole.safeParse("down").success).toBe(true);
    expect(TensorRole.safeParse("expert").success).toBe(false);
  });
});

describe("MixRule", () => {
  it.each([
    { layers: "spread", fine: true },
    { layers: { first: 2 }, fine: true },
    { layers: { firstShare: 8 }, fine: true },
    { layers: "last", fine: false },
    { layers: { first: 0 }, fine: false },
  ])("takes layers $layers: $fine", ({ layers, fine }) => {
    expect(MixRule.safeParse({ roles: ["down"], type: "q6-k", layers }).success).toBe(fine);
  });
});

describe("resolveMix()", () => {
  it("looks up each type with its fall-back; 16 bit where none is named", () => {
    const { base, output } = resolve({ base: "q4-k", output: "q8-0" });
    expect(base).toEqual({ name: "q4-k", bits: 4.5, block: 256, otherBits: 5.5, otherBlock: 32 });
    expect(output).toEqual({ name: "q8-0", bits: 8.5, block: 32, otherBits: 16, otherBlock: 1 });
  });

  it("stores embedding and head in the base type, tables per layer as the head, unless it says so", () => {
    const { base, embedding, output, layerEmbedding } = resolve({ base: "q5-k" });
    expect([embedding, output, layerEmbedding]).toEqual([base, base, base]);
    expect(resolve({ base: "q5-k", output: "q6-k" }).layerEmbedding.bits).toBe(6.5625);
  });

  it("names the types there are, when one is missing", () => {
    expect(() => resolve({ base: "q7-k" })).toThrow(/no tensor type "q7-k"; there are f32, f16/);
  });

  it("finds the types of every format on record", () => {
    const mixed = knowledge.quantizations.entries.filter(({ value }) => value.mix);
    expect(mixed.length).toBeGreaterThan(30);
    expect(mixed.filter(({ value }) => value.kind === "gguf" && !value.mix)).toEqual([]);
  });
});
