import { formatGigabytes } from "../format.ts";
import { partOf } from "./ledger-parts.ts";
import type { Ledger } from "./memory-fit.ts";

/** One stretch of a ledger's bar. `start` and `length` are shares of the scale, from 0 to 1. */
export type Segment = {
  key: string;
  part: string;
  /** What it is and whose, such as "KV cache, Qwen3 8B". */
  name: string;
  /** The index of its workload; null for the board's own. */
  workload: number | null;
  bytes: number;
  start: number;
  length: number;
};

/** The workload's segments under its name, with their sum; the board's own come last. */
export type SegmentGroup = { owner: string; bytes: number; segments: Segment[] };

const board = "the board itself";

/** Who a line belongs to, in words. */
export function ownerOf(workload: number | null, { names }: Pick<Ledger, "names">): string {
  return workload === null ? board : (names.workloads[workload] ?? `workload ${workload + 1}`);
}

/** A size as the ledger's cards write it. */
export function toSize(bytes: number): string {
  return `${formatGigabytes(bytes)} GB`;
}

/** What holds both what is there and what is needed. */
export function scaleOf(ledgers: readonly Pick<Ledger, "bytesAvailable" | "bytesNeeded">[]): number {
  return Math.max(1, ...ledgers.flatMap(({ bytesAvailable, bytesNeeded }) => [bytesAvailable, bytesNeeded]));
}

/** The least share of the scale that an eye or a finger finds. */
const leastLength = 0.012;

/**
 * Lengths that can all be seen, with the sum that they had: what small ones gain, large ones lose in proportion. Where
 * there is not room for that, small ones gain less.
 */
export function visibleLengths(lengths: readonly number[]): number[] {
  const sum = lengths.reduce((total, length) => total + length, 0);
  const least = Math.min(leastLength, sum / (2 * Math.max(1, lengths.length)));
  const missing = lengths.reduce((total, length) => total + Math.max(0, least - length), 0);
  const spare = lengths.reduce((total, length) => total + Math.max(0, length - least), 0);
  const kept = spare > 0 ? 1 - missing / spare : 1;
  return lengths.map((length) => least + Math.max(0, length - least) * kept);
}

/** A line of the ledger that is drawn, under a key of its own. */
type Drawn = Omit<Segment, "start" | "length">;

function toDrawn(ledger: Ledger): Drawn[] {
  const named = ledger.lines.map(({ workload, part, bytes }, index) => ({
    key: `${part}-${index}`,
    part,
    name: [partOf(part).name, ...(workload === null ? [] : [ownerOf(workload, ledger)])].join(", "),
    workload,
    bytes,
  }));
  return named.filter(({ bytes }) => bytes > 0);
}

/** The lines of a ledger, end to end in their order, and what is left free behind them. Lines of nothing are left out. */
export function toSegments(ledger: Ledger, scaleBytes: number): Segment[] {
  const drawn = toDrawn(ledger);
  const lengths = visibleLengths(drawn.map(({ bytes }) => bytes / scaleBytes));
  const segments: Segment[] = [];
  let start = 0;
  for (const [index, line] of drawn.entries()) {
    const length = lengths[index] ?? 0;
    segments.push({ ...line, start, length });
    start += length;
  }
  const bytes = ledger.bytesAvailable - ledger.bytesNeeded;
  if (bytes > 0) {
    const { name } = partOf("free");
    segments.push({
      key: "free",
      part: "free",
      name,
      workload: null,
      bytes,
      start,
      length: bytes / scaleBytes,
    });
  }
  return segments;
}

/** The segments by whom they belong to, in the order of the bar. */
export function groupSegments(segments: readonly Segment[], ledger: Ledger): SegmentGroup[] {
  const groups = new Map<string, SegmentGroup>();
  for (const segment of segments) {
    const key = String(segment.workload);
    const group = groups.get(key) ?? { owner: ownerOf(segment.workload, ledger), bytes: 0, segments: [] };
    if (segment.part !== "free") group.bytes += segment.bytes;
    group.segments.push(segment);
    groups.set(key, group);
  }
  return [...groups.values()];
}
