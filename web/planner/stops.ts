/** How far apart the stops of a slider are: four to each doubling. */
const stopsPerDoubling = 4;

/** The values that a slider stops at, ascending: evenly spread by ratio, whole multiples, both ends among them. */
export function createStops(least: number, most: number, multiple = 1): number[] {
  const first = Math.max(least, multiple);
  const steps = Math.max(0, Math.ceil(Math.log2(most / first) * stopsPerDoubling));
  const spread = Array.from({ length: steps }, (_, step) => {
    const value = first * 2 ** (step / stopsPerDoubling);
    return Math.round(value / multiple) * multiple;
  });
  return [...new Set([least, ...spread, most])]
    .filter((value) => value >= least && value <= most)
    .sort((a, b) => a - b);
}

/** The stop that is nearest to a value by ratio. */
export function nearestStop(stops: readonly number[], value: number): number {
  const away = (stop: number) => Math.abs(Math.log((stop + 1) / (value + 1)));
  return stops.reduce((best, stop, index) => (away(stop) < away(stops[best] ?? 0) ? index : best), 0);
}
