import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { type Board, memoryAvailable } from "../placement/board.ts";
import { type Blocker, findBlockers } from "../placement/compatibility.ts";
import type { InstalledRelease } from "../placement/release.ts";
import type { Placed } from "../placement/workload.ts";
import { allocationRefusal, largestAllocation } from "./allocations.ts";
import { languageShares, type Share } from "./language-lines.ts";
import { type Pooled, withPool } from "./memory-pool.ts";
import { otherShares } from "./other-lines.ts";

/** Whether the plan fits: computed, never chosen by a model. */
export const verdicts = ["fits", "tight", "does-not-fit", "unsupported"] as const;
export type Verdict = (typeof verdicts)[number];

/** One line of the ledger; `workload` is the index of its workload, null for the board's own. */
export type LedgerLine = { workload: number | null } & Share;

/** What a plan needs and has, line by line; lines sum exactly to `bytesNeeded`. */
export type Ledger = {
  verdict: Verdict;
  blockers: Blocker[];
  bytesNeeded: Bytes;
  bytesAvailable: Bytes;
  headroomBytes: Bytes;
  workingSetBytes: Bytes;
  lines: LedgerLine[];
  largestAllocationBytes: Bytes;
};

/** Headless or with a desktop. */
export type OperatingSystem = "headless" | "desktop";

function boardLines(board: Board, os: OperatingSystem, available: Bytes, knowledge: Knowledge): LedgerLine[] {
  const assume = (id: string) => knowledge.assumption(id).value;
  const reserve = Math.max(assume("reserve-minimum"), assume("reserve-share") * available);
  return [
    { workload: null, part: "os", bytes: Math.round(assume(`os-${os}-${board.record.class}`)) },
    { workload: null, part: "reserve", bytes: Math.round(reserve) },
  ];
}

/** What a workload takes, rounded to whole bytes, and why its engine would not start with it. */
function workloadShares(placed: Placed, board: Board, available: Bytes, knowledge: Knowledge): Pooled {
  const { language, subject } = placed;
  const boardClass = board.record.class;
  const { shares, refusal } = language
    ? withPool(
        placed,
        language,
        languageShares(placed, language, knowledge, boardClass),
        available,
        knowledge,
      )
    : { shares: otherShares(placed, subject.record, knowledge), refusal: null };
  return { shares: wholeBytes(shares), refusal };
}

/** Shares in whole bytes with the sum they had: compute buffers take what rounding leaves, or more could need less. */
function wholeBytes(shares: readonly Share[]): Share[] {
  const rounded = shares.map((share) => ({ ...share, bytes: Math.round(share.bytes) }));
  const left = Math.round(sum(shares)) - sum(rounded);
  return rounded.map((share) => (share.part === "compute" ? { ...share, bytes: share.bytes + left } : share));
}

function verdictOf(
  headroom: Bytes,
  reserve: Bytes,
  forbidden: readonly Blocker[],
  refusals: readonly Blocker[],
): Verdict {
  if (forbidden.length > 0) return "unsupported";
  if (refusals.length > 0) return "does-not-fit";
  if (headroom >= 0) return "fits";
  return -headroom <= reserve ? "tight" : "does-not-fit";
}

const sum = (lines: readonly Pick<Share, "bytes">[]): Bytes =>
  lines.reduce((total, { bytes }) => total + bytes, 0);

const unstated: InstalledRelease = { reference: undefined, release: null, assumptions: [] };

/** Draws up the ledger of a plan: the one function behind every verdict on memory. */
export function drawLedger(
  board: Board,
  os: OperatingSystem,
  workloads: readonly Placed[],
  knowledge: Knowledge,
  release: InstalledRelease = unstated,
): Ledger {
  const bytesAvailable = memoryAvailable(board) ?? 0;
  const own = boardLines(board, os, bytesAvailable, knowledge);
  const pooled = workloads.map((workload) => workloadShares(workload, board, bytesAvailable, knowledge));
  const placed = pooled.flatMap(({ shares }, workload) => shares.map((share) => ({ workload, ...share })));
  const lines = [...placed, ...own];
  const bytesNeeded = sum(lines);
  const headroomBytes = bytesAvailable - bytesNeeded;
  const largestAllocationBytes = Math.max(
    0,
    ...workloads.map((workload, index) =>
      largestAllocation(workload, pooled[index]?.shares ?? [], knowledge),
    ),
  );
  const forbidden = workloads.flatMap((workload) => findBlockers(board, workload));
  const refusals = [
    allocationRefusal(release, largestAllocationBytes, knowledge),
    ...pooled.map(({ refusal }) => refusal),
  ].filter((refusal) => refusal !== null);
  const reserve = own.find(({ part }) => part === "reserve")?.bytes ?? 0;
  return {
    verdict: verdictOf(headroomBytes, reserve, forbidden, refusals),
    blockers: [...forbidden, ...refusals],
    bytesNeeded,
    bytesAvailable,
    headroomBytes,
    workingSetBytes: sum(placed),
    lines,
    largestAllocationBytes,
  };
}
