import type { ImageTokens } from "../../knowledge/schema.ts";

/**
 * Tokens one image of that many pixels becomes: a grid counts patches after rounding each side to whole
 * patches, tiles count those a dynamic-resolution scheme cuts (plus a thumbnail), fixed is fixed.
 */
export function imageTokens(rule: ImageTokens, width: number, height: number): number {
  if (rule.rule === "fixed") return rule.tokens;
  if (rule.rule === "grid") {
    const columns = Math.max(1, Math.round(width / rule.pixelsPerToken));
    const rows = Math.max(1, Math.round(height / rule.pixelsPerToken));
    return Math.min(rule.maxTokens ?? Number.POSITIVE_INFINITY, columns * rows);
  }
  const tiles = Math.ceil(width / rule.tilePixels) * Math.ceil(height / rule.tilePixels);
  const cut = Math.min(rule.maxTiles, tiles);
  return (cut + (rule.thumbnail && cut > 1 ? 1 : 0)) * rule.tokensPerTile;
}
