import { describe, expect, it } from "vitest";
import { ImageTokens } from "../../knowledge/image-tokens.ts";

describe("ImageTokens", () => {
  it.each([
    { rule: { rule: "fixed", tokens: 256 }, valid: true },
    { rule: { rule: "fixed" }, valid: false },
    { rule: { rule: "grid", pixelsPerToken: 28, tokensPerRow: 1, longestSide: 1540 }, valid: true },
    { rule: { rule: "grid", pixelsPerToken: 28, tokensPerTile: 256 }, valid: false },
    {
      rule: { rule: "tiles", tilePixels: 336, tokensPerTile: 144, maxTiles: 16, thumbnail: true },
      valid: true,
    },
    { rule: { rule: "tiles", tilePixels: 336, tokensPerTile: 144 }, valid: false },
  ])("takes $rule: $valid", ({ rule, valid }) => {
    expect(ImageTokens.safeParse(rule).success).toBe(valid);
  });
});
