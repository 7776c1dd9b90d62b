import { describe, expect, it } from "vitest";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import { toNearRun } from "../../../tools/evidence/near-run.ts";

const bare = {
  id: "r1",
  device: "agx-orin-64gb",
  model: "qwen3-8b",
  quantization: "w4a16",
  runtime: "vllm",
  metric: "aggregate",
  value: 40,
  confidence: "medium",
};
const row = (fields: object = {}) => ({ ...Measurement.parse({ ...bare, ...fields }), source: "user" });

describe("toNearRun()", () => {
  it("says null for what the source leaves out", () => {
    expect(toNearRun(row(), "in w4a16", false)).toEqual({
      ...bare,
      unit: "tok/s",
      display: "40 tok/s",
      powerMode: null,
      jetsonClocks: null,
      version: null,
      contextTokens: null,
      promptTokens: null,
      imageTokens: null,
      concurrency: 1,
      speculation: null,
      acceptedTokensPerPass: null,
      plausible: true,
      coldStart: false,
      conditions: "",
      estimated: false,
      distance: "in w4a16",
      sameConfiguration: false,
      date: null,
      source: "user",
      note: null,
    });
  });

  it("says in words how it was run", () => {
    const run = {
      powerMode: "MAXN",
      promptTokens: 2048,
      contextTokens: 2176,
      concurrency: 8,
      coldStart: true,
    };
    expect(toNearRun(row(run), "", false).conditions).toBe(
      "in MAXN, prompt of 2,048 tokens, context of 2,176 tokens, 8 streams, before warm-up",
    );
  });

  it("carries every condition that the source states", () => {
    const stated = {
      powerMode: "MAXN",
      jetsonClocks: true,
      contextTokens: 2176,
      promptTokens: 2048,
      imageTokens: 265,
      concurrency: 8,
      speculation: "EAGLE3",
      acceptedTokensPerPass: 2.5,
      coldStart: true,
      plausible: false,
      estimated: true,
      date: "2026-05",
      note: "warm",
    };
    expect(toNearRun(row({ ...stated, runtimeVersion: "0.9.0" }), "", true)).toMatchObject({
      ...stated,
      version: "0.9.0",
    });
  });
});
