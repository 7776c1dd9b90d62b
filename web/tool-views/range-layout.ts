import type { Reference, Throughput } from "./throughput.ts";

/** Measured runs so close together that they are drawn as one point. */
export type Point = { key: string; at: number; runs: Reference[] };

/** Shares of a scale nearer than this cannot be told apart by eye or finger. */
const nearest = 0.02;

/** Room behind the last mark, so that its line and its name are not at the very edge. */
const margin = 1.06;

/** The fact that holds the speed of a reader, which the tool cites. */
const readerFact = "interactive-speed";

type PointSource = Pick<Throughput, "references" | "resolved" | "ceilingTokensPerSecond">;

/** Where the scale of several speeds ends: beyond the highest ceiling, or interval where there is no ceiling. */
export function speedScale(
  outputs: readonly Pick<Throughput, "ceilingTokensPerSecond" | "decodeTokensPerSecond">[],
): number {
  const ends = outputs.flatMap(({ ceilingTokensPerSecond, decodeTokensPerSecond }) => [
    ceilingTokensPerSecond ?? 0,
    decodeTokensPerSecond?.high ?? 0,
  ]);
  return margin * Math.max(1, ...ends);
}

/** From how many tokens a second an answer keeps pace with a reader; undefined where the result does not cite it. */
export function readerSpeed({ facts = [] }: Pick<Throughput, "facts">): number | undefined {
  return facts.find(({ id }) => id === readerFact)?.value;
}

/** What the tool says of a run that differs in nothing that counts. */
const same = "same configuration";

/** Whether a run is of one stream on the board's own module, if perhaps in another mode or engine. */
function isComparable(
  { metric, sameModule, plausible, speculation }: Reference,
  isSpeculative: boolean,
): boolean {
  return metric === "decode" && sameModule === true && plausible !== false && (isSpeculative || !speculation);
}

/**
 * The measured runs that can stand on the scale of one stream on this board, from slow to fast; those that would hide
 * each other are one point. A faster mode's runs above this one's ceiling would belie it: the table tells of them.
 */
export function toPoints(
  { references, resolved = {}, ceilingTokensPerSecond }: PointSource,
  scale: number,
): Point[] {
  const most = Math.min(scale, ceilingTokensPerSecond ?? scale);
  const isSpeculative = "speculativeDecoding" in resolved;
  const runs = references
    .filter((reference) => isComparable(reference, isSpeculative))
    .filter(({ tokensPerSecond, distance }) => tokensPerSecond <= (distance.startsWith(same) ? scale : most))
    .toSorted((a, b) => a.tokensPerSecond - b.tokensPerSecond);
  const points: Point[] = [];
  for (const run of runs) {
    const at = run.tokensPerSecond / scale;
    const last = points.at(-1);
    if (last && at - last.at < nearest) last.runs.push(run);
    else points.push({ key: run.id, at, runs: [run] });
  }
  return points;
}
