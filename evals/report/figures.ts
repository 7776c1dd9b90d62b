import type { Rate } from "./rate.ts";

/** A share as people read it. 100 % and 0 % are said only of all and of none. */
export function formatShare(share: number): string {
  if (share === 0 || share === 1) return `${100 * share} %`;
  const percent = Math.min(99.9, Math.max(0.1, 100 * share));
  return `${percent.toFixed(1)} %`;
}

/** A share with its 95 % interval: "90.0 % (59.6–98.2)". */
export function formatRate({ share, low, high }: Rate): string {
  return `${formatShare(share)} ${formatInterval({ low, high })}`;
}

/** An interval of a share, in percent: "(59.6–98.2)". */
export function formatInterval({ low, high }: { low: number; high: number }): string {
  return `(${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
}

/** A duration: 85 ms, 2.4 s. */
export function formatDuration(durationMs: number): string {
  return durationMs < 999.5 ? `${durationMs.toFixed(0)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}

/** A count with its noun: 1 case, 2 cases. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Tokens a second: 3.1 tok/s, 41 tok/s. */
export function formatSpeed(tokensPerSecond: number): string {
  return `${tokensPerSecond.toFixed(tokensPerSecond < 9.95 ? 1 : 0)} tok/s`;
}

/** A share as percentage points, to two digits where it has them: 0.015 is "1.5". */
export function formatPoints(share: number): string {
  return String(Number((100 * share).toFixed(2)));
}
