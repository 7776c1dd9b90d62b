import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Bytes, Dollars, Watts } from "../../knowledge/units.ts";
import type { Verdict } from "../memory/ledger.ts";
import type { MemoryFitInput } from "../memory/plan.ts";
import type { Blocker } from "../placement/compatibility.ts";
import { newestPrice } from "../placement/newest-price.ts";
import { type Pace, paceOf } from "../throughput/pace.ts";
import type { Configuration, Speed } from "./configuration.ts";
import type { Entry, Terms } from "./entry.ts";
import { missWords } from "./requirements.ts";

/** A price with its day. */
export type NewestPrice = { usd: Dollars; kind: string; date: string; source: string };

/** One configuration of a sweep as a result shows it: bytes, tok/s, ms, US dollars, watts. */
export type Row = Speed & {
  /** Id of the board, or its name where it was given inline. */
  device: string;
  /** The board as people name it. */
  name: string;
  powerMode: string | null;
  verdict: Verdict;
  headroomBytes: Bytes;
  bytesNeeded: Bytes;
  bytesAvailable: Bytes;
  /** Whether one stream keeps pace with a reader; null where no speed is known. */
  pace: Pace | null;
  price: NewestPrice | null;
  watts: Watts | null;
  blockers: Blocker[];
  meetsAll: boolean;
  whyNot: string | null;
  /** The question for `memory-fit` that gives the same verdict. */
  input: MemoryFitInput;
};

function whyNot({ missed, figures }: Entry, blockers: readonly Blocker[], { wanted }: Terms): string | null {
  const refusals = new Set(blockers.map(({ message }) => message));
  const words = missed.flatMap((miss) =>
    miss === "unsupported" && refusals.size > 0 ? [...refusals] : [missWords(miss, figures, wanted)],
  );
  return words.length > 0 ? words.join("; ") : null;
}

/** Writes out a configuration that was judged. */
export function toRow(
  { board, workloads, ledger, speed }: Configuration,
  entry: Entry,
  terms: Terms,
  knowledge: Knowledge,
): Row {
  const leading = terms.setting.leading === undefined ? undefined : workloads[terms.setting.leading];
  const { missed } = entry;
  const { verdict, headroomBytes, bytesNeeded, bytesAvailable, blockers } = ledger;
  const price = newestPrice(board.record);
  return {
    device: board.id ?? board.name,
    name: board.name,
    powerMode: board.mode?.name ?? null,
    verdict,
    headroomBytes,
    bytesNeeded,
    bytesAvailable,
    ...speed,
    pace: leading ? paceOf(speed, leading, knowledge) : null,
    price: price ? { usd: price.value, kind: price.kind, date: price.date, source: price.source } : null,
    watts: board.mode?.watts ?? null,
    blockers,
    meetsAll: missed.length === 0,
    whyNot: whyNot(entry, blockers, terms),
    input: {
      device: board.reference,
      ...(board.mode && { powerMode: board.mode.name }),
      os: terms.setting.os,
      workloads: workloads.map((placed) => placed.resolved),
    },
  };
}
