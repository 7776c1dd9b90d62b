import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createFactBook, type Fact, type FactBook, type SourceReference } from "../facts.ts";
import type { Board } from "../placement/board.ts";
import { type Blocker, recordSources } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import type { ThermalRemark } from "../power/thermal.ts";
import type { Energy } from "./energy.ts";
import { addEnergyFacts } from "./energy-facts.ts";
import type { Prediction } from "./prediction.ts";
import type { Range } from "./range.ts";

/** What the facts of an estimate are drawn from. */
export type Estimate = {
  board: Board;
  placed: Placed;
  others: readonly Placed[];
  prediction: Prediction;
  shipped: { powerMode: string; decodeTokensPerSecond: Range } | null;
  coldStart: { decodeTokensPerSecond: number; source: string } | null;
  power: Energy;
  thermal: readonly ThermalRemark[];
  blockers: Blocker[];
  /** Sources of the assumptions that went into it. */
  assumed: readonly string[];
};

const perPass = "accepted tokens ÷ (bytes ÷ (efficiency × bandwidth) + overhead)";
const perEngine = "speed of one stream alone × sequences ^ exponent of the engine";

function addRange(
  book: FactBook,
  id: string,
  label: string,
  range: Range | null,
  unit: "tok/s" | "ms",
  formula: string,
): void {
  if (!range) return;
  const inputs = id.startsWith("prefill") ? [] : ["streamed", "bandwidth"];
  book.computed(id, { label, value: range.expected, unit }, formula, inputs);
  book.computed(`${id}-low`, { label: `${label}, low end of 90 %`, value: range.low, unit }, formula, [id]);
  book.computed(`${id}-high`, { label: `${label}, high end of 90 %`, value: range.high, unit }, formula, [
    id,
  ]);
}

function addPhysics(book: FactBook, { board, prediction }: Estimate): void {
  const { pass, engine, ceilingTokensPerSecond } = prediction;
  if (!pass || !engine || ceilingTokensPerSecond === null) return;
  const bandwidth = {
    label: `bandwidth${board.mode ? ` in ${board.mode.name}` : ""}`,
    value: engine.modeBandwidth,
    unit: "B/s",
  } as const;
  const own = board.provenance.bandwidth?.source ?? board.record.source?.[0];
  const source = board.id === null ? undefined : own;
  if (source) book.cited("bandwidth", bandwidth, source, board.name);
  else book.given("bandwidth", bandwidth);
  const streamed = {
    label: "bytes read for one pass",
    value: pass.weightBytes + pass.sequenceBytes,
    unit: "B",
  } as const;
  book.computed("streamed", streamed, "streamed weights + cache and state of one sequence", []);
  const ceiling = { label: "ceiling of one stream", value: ceilingTokensPerSecond, unit: "tok/s" } as const;
  book.computed("ceiling", ceiling, "bandwidth × accepted tokens ÷ bytes of a pass", [
    "bandwidth",
    "streamed",
  ]);
}

type Speed = { id: string; label: string; range: Range | null; unit: "tok/s" | "ms"; formula: string };

function speedsOf({ prediction, shipped }: Estimate): Speed[] {
  const { decodeTokensPerSecond: decode, aggregateTokensPerSecond: aggregate } = prediction;
  const { prefillTokensPerSecond: prefill, timeToFirstTokenMs: first, visionMs: vision } = prediction;
  const prompt = "reached operations a second ÷ (2 × parameters)";
  const toFirst = "vision + prompt ÷ prompt speed + floor + first pass";
  const tower = "2 × tower parameters × patches ÷ reached operations a second";
  const asShipped = `decode speed as shipped in ${shipped?.powerMode}`;
  return [
    { id: "decode", label: "decode speed of one stream", range: decode, unit: "tok/s", formula: perPass },
    {
      id: "aggregate",
      label: "decode speed of all streams",
      range: aggregate,
      unit: "tok/s",
      formula: perEngine,
    },
    { id: "prefill", label: "prompt speed", range: prefill, unit: "tok/s", formula: prompt },
    { id: "first-token", label: "time to the first token", range: first, unit: "ms", formula: toFirst },
    { id: "vision", label: "time to encode the images", range: vision, unit: "ms", formula: tower },
    {
      id: "shipped",
      label: asShipped,
      range: shipped?.decodeTokensPerSecond ?? null,
      unit: "tok/s",
      formula: perPass,
    },
  ];
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
  for (const { id, tokensPerSecond: value, distance, device, source } of prediction.references) {
    const about = `${placed.subject.name} on ${knowledge.devices.find(device)?.entry.value.name ?? device}`;
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
  const { board, placed, others, blockers, assumed } = estimate;
  const book = createFactBook(`${placed.subject.name} on ${board.name}`, knowledge);
  addPhysics(book, estimate);
  for (const { id, label, range, unit, formula } of speedsOf(estimate))
    addRange(book, id, label, range, unit, formula);
  addColdStart(book, estimate);
  addEnergyFacts(book, board.name, estimate.power, estimate.thermal);
  addReferences(book, estimate, knowledge);
  book.cite(recordSources(board, [placed, ...others]));
  book.cite(blockers.map(({ source }) => source));
  book.cite(assumed);
  return { facts: book.facts, sources: book.sources() };
}
