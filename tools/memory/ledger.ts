import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { type Board, memoryAvailable } from "../placement/board.ts";
import { type Blocker, findBlockers } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import { type LedgerPart, languageShares, type Share } from "./language-lines.ts";
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

/** Parts that an engine takes in one allocation. */
const singleAllocations: readonly LedgerPart[] = ["weights", "kv-cache", "compute"];

function boardLines(board: Board, os: OperatingSystem, available: Bytes, knowledge: Knowledge): LedgerLine[] {
  const assume = (id: string) => knowledge.assumption(id).value;
  const reserve = Math.max(assume("reserve-minimum"), assume("reserve-share") * available);
  return [
    { workload: null, part: "os", bytes: Math.round(assume(`os-${os}-${board.record.class}`)) },
    { workload: null, part: "reserve", bytes: Math.round(reserve) },
  ];
}

function workloadLines(placed: Placed, workload: number, knowledge: Knowledge): LedgerLine[] {
  const { record } = placed.subject;
  const shares = placed.language
    ? languageShares(placed, placed.language, knowledge)
    : otherShares(placed, record, knowledge);
  return shares.map((share) => ({ workload, ...share, bytes: Math.round(share.bytes) }));
}

function verdictOf(headroom: Bytes, reserve: Bytes, blockers: readonly Blocker[]): Verdict {
  if (blockers.length > 0) return "unsupported";
  if (headroom >= 0) return "fits";
  return -headroom <= reserve ? "tight" : "does-not-fit";
}

const sum = (lines: readonly LedgerLine[]): Bytes => lines.reduce((total, { bytes }) => total + bytes, 0);

/** Draws up the ledger of a plan: the one function behind every verdict on memory. */
export function drawLedger(
  board: Board,
  os: OperatingSystem,
  workloads: readonly Placed[],
  knowledge: Knowledge,
): Ledger {
  const bytesAvailable = memoryAvailable(board) ?? 0;
  const own = boardLines(board, os, bytesAvailable, knowledge);
  const placed = workloads.flatMap((workload, index) => workloadLines(workload, index, knowledge));
  const lines = [...placed, ...own];
  const bytesNeeded = sum(lines);
  const headroomBytes = bytesAvailable - bytesNeeded;
  const blockers = workloads.flatMap((workload) => findBlockers(board, workload));
  const reserve = own.find(({ part }) => part === "reserve")?.bytes ?? 0;
  const largest = placed.filter(({ part }) => singleAllocations.includes(part)).map(({ bytes }) => bytes);
  return {
    verdict: verdictOf(headroomBytes, reserve, blockers),
    blockers,
    bytesNeeded,
    bytesAvailable,
    headroomBytes,
    workingSetBytes: sum(placed),
    lines,
    largestAllocationBytes: Math.max(0, ...largest),
  };
}
