import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createFactBook, type Fact, type FactBook, type SourceReference } from "../facts.ts";
import type { Board } from "../placement/board.ts";
import { calledIn } from "../placement/called-in.ts";
import { type Blocker, recordSources } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import type { ThermalRemark } from "../power/thermal.ts";
import type { Energy } from "./energy.ts";
import { addEnergyFacts } from "./energy-facts.ts";
import type { Prediction } from "./prediction.ts";
import { addSpeedFacts, measuredIds, type Shipped } from "./speed-facts.ts";

/** What the facts of an estimate are drawn from. */
export type Estimate = {
  board: Board;
  placed: Placed;
  others: readonly Placed[];
  prediction: Prediction;
  shipped: Shipped | null;
  coldStart: { decodeTokensPerSecond: number; source: string } | null;
  power: Energy;
  thermal: readonly ThermalRemark[];
  blockers: Blocker[];
  /** Sources of the assumptions that went into it. */
  assumed: readonly string[];
};

function addPhysics(
  book: FactBook,
  { board, prediction: { basis, ceilingTokensPerSecond } }: Estimate,
): void {
  if (!basis || ceilingTokensPerSecond === null) return;
  const { engine, least } = basis;
  const bandwidth = {
    label: `bandwidth${board.mode ? ` in ${board.mode.name}` : ""}`,
    value: engine.modeBandwidth,
    unit: "B/s",
  } as const;
  const own = board.provenance.bandwidth?.source ?? board.record.source?.[0];
  const source = board.id === null ? undefined : own;
  if (source) book.cited("bandwidth", bandwidth, source, board.name);
  else book.given("bandwidth", bandwidth);
  const bytes = least.weightBytes + least.sequenceBytes;
  const streamed = { label: "bytes read for one pass", value: bytes, unit: "B" } as const;
  const parts = "streamed weights, of a draft too + cache and state of one sequence";
  book.computed("streamed", streamed, parts, []);
  const ceiling = { label: "ceiling of one stream", value: ceilingTokensPerSecond, unit: "tok/s" } as const;
  const perPass = "bandwidth × accepted tokens ÷ bytes of a pass";
  book.computed("ceiling", ceiling, perPass, ["bandwidth", "streamed"]);
}

/** What the evidence rests on: how many runs, how wide the intervals are, and what co-tenants leave. */
function addGrounds(book: FactBook, { prediction }: Estimate, knowledge: Knowledge): void {
  const { basis, sampleSize, interval, promptInterval, visionInterval } = prediction;
  if (!basis) return;
  const measured = measuredIds(basis.matches);
  const runs = { label: "measured runs behind the decode speed", value: sampleSize, unit: "1" } as const;
  if (basis.share === 1 && measured.length > 0)
    book.computed("sample-size", runs, "runs of the same configuration", measured);
  else book.computed("sample-size", runs, "runs that the engine's own constant was fitted on", []);
  const widths = { interval, "prompt-interval": promptInterval, "vision-interval": visionInterval };
  for (const [id, assumption] of Object.entries(widths)) {
    if (assumption === null) continue;
    const { value, source } = knowledge.assumption(assumption);
    const label = `half-width of the 90 % interval (${assumption})`;
    const width = { label, value, unit: "1", display: `${Number((100 * value).toPrecision(3))} %` } as const;
    book.cited(id, width, source[0] ?? "own-estimate");
  }
  const share = { label: "share of the GPU that co-tenants leave", value: basis.share, unit: "1" } as const;
  const rest = "(1 − frames × time of a frame) × share beside each other model that generates";
  if (basis.share !== 1) book.computed("share", share, rest, []);
}

function addColdStart(book: FactBook, { coldStart }: Estimate): void {
  if (!coldStart) return;
  const { decodeTokensPerSecond: value, source } = coldStart;
  book.computed(
    "cold-start",
    { label: "decode speed before warm-up", value, unit: "tok/s" },
    "decode × share before warm-up",
    ["decode"],
  );
  book.cite([source]);
}

function addReferences(book: FactBook, { placed, prediction }: Estimate, knowledge: Knowledge): void {
  for (const id of ["interactive-speed", "too-slow-speed"]) {
    const { value, meaning, source } = knowledge.assumption(id);
    book.cited(id, { label: meaning, value, unit: "tok/s" }, source[0] ?? "own-estimate", "a reader");
  }
  const runs = [...prediction.references, ...(prediction.basis?.matches ?? [])];
  const unlike = new Map(runs.map((run) => [run.id, run]));
  for (const { id, tokensPerSecond: value, distance, device, source } of unlike.values()) {
    const about = `${placed.subject.name} on ${calledIn(knowledge.devices, device)}`;
    const quantity = {
      label: `measured, ${distance}`,
      value,
      unit: "tok/s",
      display: `${value} tok/s`,
    } as const;
    book.cited(`measured-${id}`, quantity, source, about);
  }
}

/** The facts of an estimate: physics, speeds with their intervals, and each measured run it names. */
export function throughputFacts(
  estimate: Estimate,
  knowledge: Knowledge,
): { facts: Fact[]; sources: SourceReference[] } {
  const { board, placed, others, prediction, shipped, blockers, assumed } = estimate;
  const book = createFactBook(`${placed.subject.name} on ${board.name}`, knowledge);
  addPhysics(book, estimate);
  addGrounds(book, estimate, knowledge);
  addSpeedFacts(book, placed, prediction, shipped);
  addColdStart(book, estimate);
  addEnergyFacts(book, board.name, estimate.power, estimate.thermal);
  addReferences(book, estimate, knowledge);
  book.cite(recordSources(board, [placed, ...others]));
  book.cite(blockers.map(({ source }) => source));
  book.cite(assumed);
  return { facts: book.facts, sources: book.sources() };
}
