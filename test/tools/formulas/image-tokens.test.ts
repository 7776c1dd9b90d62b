import { describe, expect, it } from "vitest";
import type { ImageTokens } from "../../../knowledge/schema.ts";
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
