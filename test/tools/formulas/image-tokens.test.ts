import { describe, expect, it } from "vitest";
import type { ImageTokens } from "../../../knowledge/image-tokens.ts";
import { imageTokens } from "../../../tools/formulas/image-tokens.ts";
import { languageModel } from "../../fixtures/knowledge.ts";

const grid: ImageTokens = { rule: "grid", pixelsPerToken: 28, maxTokens: 16_384 };
const tiles: ImageTokens = {
  rule: "tiles",
  tilePixels: 448,
  tokensPerTile: 256,
  maxTiles: 12,
  thumbnail: true,
};

describe("imageTokens()", () => {
  it.each([
    { width: 1280, height: 720, tokens: 46 * 26 },
    { width: 720, height: 1280, tokens: 46 * 26 },
    { width: 28, height: 28, tokens: 1 },
    { width: 41, height: 28, tokens: 1 },
    { width: 42, height: 28, tokens: 2 },
    { width: 1, height: 1, tokens: 1 },
    { width: 3584, height: 3584, tokens: 16_384 },
    { width: 3612, height: 3584, tokens: 16_384 },
  ])(
    "makes $tokens tokens of $width × $height on a grid of 28, 16,384 at most",
    ({ width, height, tokens }) => {
      expect(imageTokens(grid, width, height)).toBe(tokens);
    },
  );

  it("has no limit on a grid, when none is stated", () => {
    expect(imageTokens({ rule: "grid", pixelsPerToken: 1 }, 1000, 1000)).toBe(1e6);
  });

  it.each([
    { width: 448, height: 448, tiled: 1, tokens: 256 },
    { width: 449, height: 448, tiled: 2, tokens: 768 },
    { width: 1280, height: 720, tiled: 6, tokens: 1792 },
    { width: 1792, height: 1344, tiled: 12, tokens: 3328 },
    { width: 1793, height: 1344, tiled: 12, tokens: 3328 },
  ])(
    "cuts $width × $height into $tiled tiles: $tokens tokens with a thumbnail of more than one",
    ({ width, height, tokens }) => {
      expect(imageTokens(tiles, width, height)).toBe(tokens);
    },
  );

  it("adds no thumbnail, when the rule has none", () => {
    expect(imageTokens({ ...tiles, thumbnail: false }, 1280, 720)).toBe(6 * 256);
  });

  it.each([1, 10_000])("is fixed for a side of %i, when the rule is", (side) => {
    expect(imageTokens({ rule: "fixed", tokens: 256 }, side, side)).toBe(256);
  });

  it.each([
    { name: "qwen2.5-vl-7b", tokens: 1196 },
    { name: "qwen3-vl-8b", tokens: 40 * 23 },
    { name: "gemma-3-4b", tokens: 256 },
    { name: "llava-1.6-mistral-7b", tokens: 2880 },
  ])("makes $tokens tokens of 1280 × 720 for $name", ({ name, tokens }) => {
    const rule = languageModel(name).imageTokens;
    expect(rule && imageTokens(rule, 1280, 720)).toBe(tokens);
  });
});

describe("imageTokens() of families with rules of their own", () => {
  it.each([
    { model: "qwen2.5-vl-7b", width: 28, height: 28, tokens: 4 },
    { model: "qwen3-vl-8b", width: 1280, height: 720, tokens: 40 * 23 },
    { model: "gemma-3-4b", width: 4000, height: 3000, tokens: 256 },
    { model: "mistral-small-3.2-24b", width: 1540, height: 1540, tokens: 55 * 55 + 55 },
    { model: "mistral-small-3.2-24b", width: 3080, height: 1540, tokens: 55 * 28 + 28 },
    { model: "phi-3.5-vision", width: 336, height: 336, tokens: 144 + 13 + 12 },
    { model: "phi-3.5-vision", width: 672, height: 672, tokens: 5 * 144 + 13 + 24 },
    { model: "llava-1.5-7b", width: 1280, height: 720, tokens: 576 },
    { model: "llava-1.6-mistral-7b", width: 1280, height: 720, tokens: 2880 },
    { model: "moondream2", width: 1280, height: 720, tokens: 729 },
  ])("makes $tokens tokens of $width × $height for $model", ({ model, width, height, tokens }) => {
    const { imageTokens: rule } = languageModel(model);
    expect(rule && imageTokens(rule, width, height)).toBe(tokens);
  });
});
