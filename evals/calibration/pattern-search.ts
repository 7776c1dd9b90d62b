/** Named positive numbers. */
export type Point = Readonly<Record<string, number>>;

/** Shares by which numbers change, from far to near. */
const allSteps = [0.3, 0.1, 0.03, 0.01, 0.003];

/** The better of a point and its neighbours: one number, or two against each other, changed by a share. */
function neighbours(point: Point, step: number): Point[] {
  const names = Object.keys(point);
  const scaled = (from: Point, name: string, factor: number): Point => ({
    ...from,
    [name]: (from[name] ?? 0) * factor,
  });
  const single = names.flatMap((name) => [
    scaled(point, name, 1 + step),
    scaled(point, name, 1 / (1 + step)),
  ]);
  const opposed = names.flatMap((up) =>
    names
      .filter((down) => down !== up)
      .map((down) => scaled(scaled(point, up, 1 + step), down, 1 / (1 + step))),
  );
  return [...single, ...opposed];
}

/**
 * Searches the point of least loss near a start, in ever smaller steps. The same start gives the same point on every
 * machine; a loss with several valleys may end in the nearest.
 */
export function patternSearch(
  loss: (point: Point) => number,
  start: Point,
  steps: readonly number[] = allSteps,
): Point {
  let best = start;
  let least = loss(start);
  for (const step of steps) {
    let improved = true;
    while (improved) {
      improved = false;
      for (const candidate of neighbours(best, step)) {
        const value = loss(candidate);
        if (value < least * (1 - 1e-6)) {
          best = candidate;
          least = value;
          improved = true;
          break;
        }
      }
    }
  }
  return best;
}
