import { describe, expect, it } from "vitest";
import { Experts, KvGroup, Recurrent } from "../../knowledge/layer-schema.ts";

describe("Experts", () => {
  it.each([
    { experts: { count: 64, perToken: 6, shared: 2, denseLayers: 1, denseSize: 10944 }, fine: true },
    { experts: { count: 128, perToken: 6, sharedSize: 3712 }, fine: true },
    { experts: { count: 8, perToken: 9 }, fine: false },
    { experts: { count: 8 }, fine: false },
  ])("takes $experts: $fine", ({ experts, fine }) => {
    expect(Experts.safeParse(experts).success).toBe(fine);
  });
});

describe("Recurrent", () => {
  it.each([
    { recurrent: { kind: "mamba2", layers: 27, inputSize: 22656, innerSize: 10240 }, fine: true },
    { recurrent: { kind: "rwkv", layers: 27, inputSize: 22656, innerSize: 10240 }, fine: false },
    { recurrent: { kind: "mamba2", layers: 27 }, fine: false },
  ])("takes $recurrent: $fine", ({ recurrent, fine }) => {
    expect(Recurrent.safeParse(recurrent).success).toBe(fine);
  });
});

describe("KvGroup", () => {
  it.each([
    { group: { layers: 8, kvHeads: 4, headSize: 128 }, fine: true },
    { group: { layers: 8, kvHeads: 4, headSize: 128, valueSize: 0, window: 1024 }, fine: true },
    { group: { layers: 0, kvHeads: 4, headSize: 128 }, fine: false },
    { group: { layers: 8, kvHeads: 4, headSize: 128, valueSize: -1 }, fine: false },
  ])("is $fine for $group", ({ group, fine }) => {
    expect(KvGroup.safeParse(group).success).toBe(fine);
  });
});
