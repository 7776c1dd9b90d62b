import type { Knowledge } from "../../knowledge/knowledge.ts";
import { drawLedger, type Ledger, type OperatingSystem } from "../memory/ledger.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { remainingShare } from "../throughput/co-tenants.ts";
import { type Prediction, predict } from "../throughput/prediction.ts";
import { findReferences } from "../throughput/references.ts";

/** What is the same for every configuration of a sweep. */
export type Setting = {
  os: OperatingSystem;
  promptTokens: number;
  /** Index of the language model whose speed is estimated; undefined where there is none. */
  leading: number | undefined;
};

/** Speeds of the leading model beside the others; null where it does not run or nothing is known. */
export type Speed = Pick<
  Prediction,
  "decodeTokensPerSecond" | "aggregateTokensPerSecond" | "timeToFirstTokenMs"
> & { evidence: Prediction["evidence"] | null };

/** Workloads on one board in one mode: the ledger and the speed. */
export type Configuration = { board: Board; workloads: readonly Placed[]; ledger: Ledger; speed: Speed };

const noSpeed: Speed = {
  decodeTokensPerSecond: null,
  aggregateTokensPerSecond: null,
  timeToFirstTokenMs: null,
  evidence: null,
};

/** The largest language model, the first of equals: its speed is what people wait for. */
export function leadingModel(workloads: readonly Placed[]): number | undefined {
  const size = (placed: Placed | undefined) =>
    placed?.language ? (placed.language.parametersBillions ?? 0) : -1;
  const largest = workloads.reduce(
    (best, placed, index) => (size(placed) > size(workloads[best]) ? index : best),
    0,
  );
  return workloads[largest]?.language ? largest : undefined;
}

/** The same ledger and prediction as of a single question; what the board cannot hold has no speed. */
export function evaluateConfiguration(
  board: Board,
  workloads: readonly Placed[],
  { os, promptTokens, leading }: Setting,
  knowledge: Knowledge,
): Configuration {
  const ledger = drawLedger(board, os, workloads, knowledge);
  const placed = leading === undefined ? undefined : workloads[leading];
  const holds = ledger.verdict === "fits" || ledger.verdict === "tight";
  if (!placed || !holds) return { board, workloads, ledger, speed: noSpeed };
  const others = workloads.filter((workload) => workload !== placed);
  const { share } = remainingShare(board, others, knowledge);
  // A sweep shows no single runs, so none is put in words.
  const { matches, evidence: measured } = findReferences(board, placed, knowledge);
  const found = { references: [], matches, evidence: measured };
  const { decodeTokensPerSecond, aggregateTokensPerSecond, timeToFirstTokenMs, evidence } = predict(
    board,
    placed,
    share,
    promptTokens,
    knowledge,
    found,
  );
  const speed = { decodeTokensPerSecond, aggregateTokensPerSecond, timeToFirstTokenMs, evidence };
  return { board, workloads, ledger, speed };
}
