/**
 * The chance of a split at least as lopsided as this if better and worse were equally likely: the exact two-sided
 * sign test, which on pairs of passed and failed is the exact form of Q. McNemar, "Note on the sampling error of the
 * difference between correlated proportions or percentages", Psychometrika 12 (1947), 153–157. Ties say nothing.
 */
export function signTest(better: number, worse: number): number {
  const pairs = better + worse;
  // Powers of a half underflow beyond a thousand pairs, their logarithms do not.
  let logChance = pairs * Math.log(0.5);
  let tail = 0;
  for (let count = 0; count <= Math.min(better, worse); count++) {
    tail += Math.exp(logChance);
    logChance += Math.log((pairs - count) / (count + 1));
  }
  return Math.min(1, 2 * tail);
}

/**
 * The same chances for several tests at once, so that the luckiest of them does not count as a finding: S. Holm, "A
 * simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979), 65–70.
 */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((_, index) => index).sort((a, b) => (chances[a] ?? 1) - (chances[b] ?? 1));
  const adjusted = [...chances];
  let least = 0;
  order.forEach((index, rank) => {
    least = Math.max(least, Math.min(1, (chances.length - rank) * (chances[index] ?? 1)));
    adjusted[index] = least;
  });
  return adjusted;
}
