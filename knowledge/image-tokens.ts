import { z } from "zod";

const count = z.int().positive();

/**
 * How an image becomes tokens: a grid of patches, tiles of a fixed cost, or always the same number. Some models
 * put tokens between rows; `longestSide` is what a larger image is shrunk to.
 */
export const ImageTokens = z.discriminatedUnion("rule", [
  z.strictObject({
    rule: z.literal("grid"),
    pixelsPerToken: count,
    minTokens: count.optional(),
    maxTokens: count.optional(),
    tokensPerRow: count.optional(),
    longestSide: count.optional(),
  }),
  z.strictObject({
    rule: z.literal("tiles"),
    tilePixels: count,
    tokensPerTile: count,
    maxTiles: count,
    thumbnail: z.boolean(),
    tokensPerRow: count.optional(),
    extraTokens: count.optional(),
  }),
  z.strictObject({ rule: z.literal("fixed"), tokens: count }),
]);
export type ImageTokens = z.infer<typeof ImageTokens>;
