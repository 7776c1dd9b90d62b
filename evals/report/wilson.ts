/** Standard normal quantile for 95 %, both sides. */
const z = 1.959964;

/**
 * 95 % interval of a share of `count` independent cases: E. B. Wilson, "Probable inference, the law of succession,
 * and statistical inference", Journal of the American Statistical Association 22 (1927), 209–212. Unlike the usual
 * ± 1.96 standard errors it stays within 0 and 1 and keeps a width where every case passed.
 */
export function wilsonInterval(share: number, count: number): { low: number; high: number } {
  if (count === 0) return { low: 0, high: 1 };
  const scale = 1 + z ** 2 / count;
  const centre = (share + z ** 2 / (2 * count)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
