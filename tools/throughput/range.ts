/** A figure with its 90 % interval. */
export type Range = { low: number; expected: number; high: number };

/** A range of that relative half-width, never above `limit`. */
export function toRange(expected: number, width: number, limit = Number.POSITIVE_INFINITY): Range {
  const capped = Math.min(expected, limit);
  return { low: capped / (1 + width), expected: capped, high: Math.min(capped * (1 + width), limit) };
}

/** The same range, scaled. */
export function scaleRange({ low, expected, high }: Range, factor: number): Range {
  return { low: low * factor, expected: expected * factor, high: high * factor };
}
