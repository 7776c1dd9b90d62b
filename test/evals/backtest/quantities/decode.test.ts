import { describe, expect, it } from "vitest";
import { decodeQuantities, runLabel, speedQuestion } from "../../../../evals/backtest/quantities/decode.ts";
import { prepare } from "../../../../evals/backtest/quantity.ts";
import { Measurement } from "../../../../knowledge/evidence-schema.ts";
import { board, knowledge, place } from "../../../fixtures/knowledge.ts";

const row = {
  ...Measurement.parse({
    id: "m1",
    device: "agx-orin-64gb",
    powerMode: "MAXN",
    model: "qwen3-8b",
    quantization: "awq-int4",
    runtime: "tensorrt-edge-llm",
    promptTokens: 61,
    speculation: "EAGLE3 (accept 4.22)",
    acceptedTokensPerPass: 4.22,
    concurrency: 8,
    metric: "aggregate",
    value: 100,
    confidence: "high",
  }),
  source: "s",
};

describe("speedQuestion()", () => {
  it("asks for what a run measured, draft and acceptance included", () => {
    expect(speedQuestion(row, knowledge)).toEqual({
      device: "agx-orin-64gb",
      powerMode: "MAXN",
      model: "qwen3-8b",
      quantization: "awq-int4",
      runtime: "tensorrt-edge-llm",
      concurrency: 8,
      contextTokens: 61,
      speculativeDecoding: { method: "EAGLE3", acceptedTokensPerPass: 4.22 },
    });
  });
});

describe("runLabel()", () => {
  it("names the mode only where the run states it", () => {
    const placed = place({ model: "qwen3-8b", runtime: "tensorrt-edge-llm", quantization: "awq-int4" });
    const run = { row, board: board("agx-orin-64gb"), placed };
    expect(runLabel(run)).toBe(
      "Jetson AGX Orin 64GB, MAXN, Qwen3 8B, AWQ INT4, TensorRT Edge-LLM, 8 streams, EAGLE3 (accept 4.22)",
    );
    const { powerMode, ...unstated } = row;
    expect(runLabel({ ...run, row: unstated })).not.toContain("MAXN");
  });
});

describe("decodeQuantities", () => {
  const prepared = decodeQuantities.map((quantity) => prepare(quantity, knowledge));

  it("have cases of their own, none in two", () => {
    const ids = prepared.flatMap(({ tests }) => tests.map(({ own }) => own.id));
    for (const { tests } of prepared) expect(tests.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("estimate all streams together, never above what the ceiling allows them", async () => {
    for (const { tests } of prepared) {
      const estimated = await tests[0]?.estimate(knowledge);
      expect(estimated?.expected).toBeGreaterThan(0);
      expect(estimated?.high ?? 0).toBeLessThanOrEqual((estimated?.ceiling ?? 0) * (1 + 1e-9));
    }
  });
});
