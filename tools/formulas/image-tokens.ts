import type { ImageTokens } from "../../knowledge/image-tokens.ts";

type Grid = Extract<ImageTokens, { rule: "grid" }>;
type Tiles = Extract<ImageTokens, { rule: "tiles" }>;

function gridTokens(rule: Grid, width: number, height: number): number {
  const { pixelsPerToken, minTokens = 1, maxTokens = Number.POSITIVE_INFINITY, tokensPerRow = 0 } = rule;
  const shrink = Math.min(1, (rule.longestSide ?? Number.POSITIVE_INFINITY) / Math.max(width, height));
  const columns = Math.max(1, Math.round((width * shrink) / pixelsPerToken));
  const rows = Math.max(1, Math.round((height * shrink) / pixelsPerToken));
  return Math.min(maxTokens, Math.max(minTokens, (columns + tokensPerRow) * rows));
}

function tileTokens(rule: Tiles, width: number, height: number): number {
  const rows = Math.ceil(height / rule.tilePixels);
  const cut = Math.min(rule.maxTiles, Math.ceil(width / rule.tilePixels) * rows);
  const all = (cut + (rule.thumbnail && cut > 1 ? 1 : 0)) * rule.tokensPerTile;
  return all + (rule.tokensPerRow ?? 0) * rows + (rule.extraTokens ?? 0);
}

/**
 * Tokens one image of that many pixels becomes: a grid counts patches after rounding each side to whole
 * patches, tiles count those a dynamic-resolution scheme cuts (plus a thumbnail), fixed is fixed.
 */
export function imageTokens(rule: ImageTokens, width: number, height: number): number {
  if (rule.rule === "fixed") return rule.tokens;
  return rule.rule === "grid" ? gridTokens(rule, width, height) : tileTokens(rule, width, height);
}
