/** What was measured, and what it may be at most; without a bar it is told for comparison. */
export type Figure = { name: string; value: number; unit: string; bar?: number; note?: string };

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function toStanding(value: number, bar: number): string {
  const standing = value <= bar ? "kept" : "MISSED";
  const share = bar > 0 ? `, ${((100 * value) / bar).toFixed(0)} % of it` : "";
  return `bar ${bar}: ${standing}${share}`;
}

/** A line of the report: name, figure, unit, bar, and whether it is kept. */
export function toLine({ name, value, unit, bar, note }: Figure): string {
  const rounded = Number(value.toPrecision(3));
  const standing = bar === undefined ? [] : [toStanding(value, bar)];
  const remarks = [...standing, ...(note ? [note] : [])].join("; ");
  return `${name.padEnd(46)} ${`${rounded} ${unit}`.padEnd(14)} ${remarks && `(${remarks})`}`;
}
