import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import { checkpointBits } from "../../../tools/formulas/checkpoint-weights.ts";
import { streamedWeightBytes } from "../../../tools/formulas/streamed-bytes.ts";
import { weightBytes } from "../../../tools/formulas/weights.ts";
import { knowledge, languageModel } from "../../fixtures/knowledge.ts";

const tensor = (role: Parameters<typeof checkpointBits>[0]["role"], routed = false) => ({
  role,
  parameters: 1e6,
  members: 1,
  counted: 1,
  row: 1024,
  routed,
});
const model = (fields: object) => Model.parse({ name: "Some", ...fields });
const four = { blockBits: 4.25, nominalBits: 4 };
const experts = { experts: { count: 8, perToken: 2, shared: 1 } };
const format = (name: string) => knowledge.quantizations.get(name).entry.value;

describe("checkpointBits()", () => {
  it.each(["embedding", "output", "full", "half", "layer-embedding"] as const)(
    "leaves %s in 16 bit",
    (role) => {
      expect(checkpointBits(tensor(role), model({}), four)).toBe(16);
    },
  );

  it.each(["query", "down", "recurrent", "other"] as const)("quantizes %s", (role) => {
    expect(checkpointBits(tensor(role), model({}), four)).toBe(4.25);
  });

  it.each([
    { keeps: ["attention"], role: "query", routed: false, bits: 16 },
    { keeps: ["attention"], role: "recurrent", routed: false, bits: 16 },
    { keeps: ["attention"], role: "down", routed: false, bits: 4.25 },
    { keeps: ["shared-experts"], role: "down", routed: false, bits: 16 },
    { keeps: ["shared-experts"], role: "down", routed: true, bits: 4.25 },
    { keeps: ["shared-experts"], role: "query", routed: false, bits: 4.25 },
  ] as const)("keeps of a mixture what its checkpoints keep: $keeps, $role, $bits", (row) => {
    const mixture = model({ ...experts, checkpointKeeps: row.keeps });
    expect(checkpointBits(tensor(row.role, row.routed), mixture, four)).toBe(row.bits);
  });

  it("keeps a model published in 4 bit as it is: experts in its own format, the rest in 16 bit", () => {
    const native = model({ ...experts, nativeQuantization: { id: "mxfp4", bitsPerWeight: 4.5 } });
    expect(checkpointBits(tensor("up", true), native, four)).toBe(4.5);
    expect(checkpointBits(tensor("query"), native, four)).toBe(16);
    expect(checkpointBits(tensor("up", true), native, { blockBits: 16, nominalBits: 16 })).toBe(16);
  });

  it("makes gpt-oss-20b the 13.76 GB it was published as, and Qwen3.5 35B-A3B stream 4.3 GB a token", () => {
    expect(weightBytes(languageModel("gpt-oss-20b"), format("mxfp4")).language / 1e9).toBeCloseTo(13.76, 1);
    const streamed = streamedWeightBytes(languageModel("qwen3.5-35b-a3b"), format("gptq-int4"), 1);
    expect(streamed / 1e9).toBeGreaterThan(4);
    expect(streamed / 1e9).toBeLessThan(4.6);
  });
});
