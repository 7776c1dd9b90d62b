import { describe, expect, it } from "vitest";
import type { Model } from "../../../knowledge/schema.ts";
import { idealVisionTime, visionAssumption, visionTime } from "../../../tools/throughput/vision.ts";
import { assume, board, knowledge, languageModel, place } from "../../fixtures/knowledge.ts";

/** 10 TFLOPS. */
const mine = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s", compute: { fp16DenseTflops: 10 } };
/** 500 million parameters; 4 patches behind each token. */
const model = (change: object = {}): Model => ({
  ...languageModel("qwen3-vl-8b"),
  visionParametersMillions: 500,
  ...change,
});
const ideal = (change: object, tokens = 250, images = 1) =>
  idealVisionTime(board(mine), model(change), tokens, images, knowledge) ?? 0;

/** 2 × 500 million × 1,000 patches at 10 TFLOPS. */
const linear = 100;
const width = () => 6 * assume("vision-tower-width");

describe("idealVisionTime()", () => {
  it("takes 100 ms for 1,000 patches, and attention among all of them", () => {
    expect(ideal({})).toBeCloseTo(linear * (1 + 1000 / width()), 9);
    expect(ideal({}, 250, 3)).toBeCloseTo(3 * ideal({}), 9);
  });

  it.each([
    { what: "a window", change: { visionWindowPatches: 64 }, together: 64 },
    {
      what: "a tile",
      change: {
        imageTokens: { rule: "tiles", tilePixels: 448, tokensPerTile: 50, maxTiles: 12, thumbnail: false },
      },
      together: 200,
    },
  ])("keeps attention within $what", ({ change, together }) => {
    expect(ideal(change)).toBeCloseTo(linear * (1 + together / width()), 9);
  });

  it("counts the patches behind a token as the model merges them", () => {
    expect(ideal({ patchesPerImageToken: 16, visionWindowPatches: 64 })).toBeCloseTo(
      4 * linear * (1 + 64 / width()),
      9,
    );
  });

  it("is unknown without images, without a rule for their tokens, and without the board's compute", () => {
    expect(idealVisionTime(board(mine), model(), 250, 0, knowledge)).toBeNull();
    expect(idealVisionTime(board(mine), languageModel("qwen3-8b"), 250, 1, knowledge)).toBeNull();
    const dark = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s" };
    expect(idealVisionTime(board(dark), model(), 250, 1, knowledge)).toBeNull();
  });
});

describe("visionTime()", () => {
  it("is longer than the ideal by what the engine was measured at, and starts with an overhead", () => {
    const placed = place({ model: "qwen3-vl-8b", runtime: "tensorrt-edge-llm" });
    const on = board("agx-orin-64gb");
    const id = visionAssumption(on, placed, knowledge);
    expect(id).toBe("vision-arithmetic-tensorrt-edge-llm-orin");
    const at = idealVisionTime(on, languageModel("qwen3-vl-8b"), 265, 1, knowledge) ?? 0;
    expect(visionTime(on, placed, 265, 1, knowledge)).toBeCloseTo(
      assume("vision-overhead") + assume(id) * at,
      9,
    );
  });

  it("is null for what sees nothing", () => {
    expect(visionTime(board("agx-orin-64gb"), place({ model: "qwen3-8b" }), 265, 1, knowledge)).toBeNull();
  });
});
