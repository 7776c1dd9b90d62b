import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createFactBook, type Fact, type FactBook, type SourceReference } from "../facts.ts";
import type { Board } from "../placement/board.ts";
import { type Blocker, recordSources } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import type { Prediction } from "./prediction.ts";
import type { Range } from "./range.ts";

/** What the facts of an estimate are drawn from. */
export type Estimate = {
  board: Board;
  placed: Placed;
  prediction: Prediction;
  shipped: { powerMode: string; decodeTokensPerSecond: Range } | null;
  coldStart: { decodeTokensPerSecond: number; source: string } | null;
  blockers: Blocker[];
};

const perPass = "accepted tokens ÷ (bytes ÷ (efficiency × bandwidth) + arithmetic + overhead)";

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
  const source = board.record.source?.[0];
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

/** The facts of an estimate: physics, speeds with their intervals, and each measured run it names. */
export function throughputFacts(
  estimate: Estimate,
  knowledge: Knowledge,
): { facts: Fact[]; sources: SourceReference[] } {
  const { board, placed, prediction, shipped, coldStart, blockers } = estimate;
  const book = createFactBook(`${placed.subject.name} on ${board.name}`, knowledge);
  addPhysics(book, estimate);
  addRange(book, "decode", "decode speed of one stream", prediction.decodeTokensPerSecond, "tok/s", perPass);
  addRange(
    book,
    "aggregate",
    "decode speed of all streams",
    prediction.aggregateTokensPerSecond,
    "tok/s",
    `${perPass} × sequences`,
  );
  addRange(
    book,
    "prefill",
    "prompt speed",
    prediction.prefillTokensPerSecond,
    "tok/s",
    "reached operations a second ÷ (2 × parameters)",
  );
  addRange(
    book,
    "first-token",
    "time to the first token",
    prediction.timeToFirstTokenMs,
    "ms",
    "vision + prompt ÷ prompt speed + floor + first pass",
  );
  addRange(
    book,
    "vision",
    "time to encode the images",
    prediction.visionMs,
    "ms",
    "2 × tower parameters × patches ÷ reached operations a second",
  );
  if (shipped)
    addRange(
      book,
      "shipped",
      `decode speed as shipped in ${shipped.powerMode}`,
      shipped.decodeTokensPerSecond,
      "tok/s",
      perPass,
    );
  if (coldStart) {
    const quantity = {
      label: "decode speed before warm-up",
      value: coldStart.decodeTokensPerSecond,
      unit: "tok/s",
    } as const;
    book.computed("cold-start", quantity, "decode × share before warm-up", ["decode"]);
    book.cite([coldStart.source]);
  }
  for (const id of ["interactive-speed", "too-slow-speed"]) {
    const { value, meaning, source } = knowledge.assumption(id);
    book.cited(id, { label: meaning, value, unit: "tok/s" }, source[0] ?? "sizing-review", "a reader");
  }
  for (const { id, tokensPerSecond, distance, device, source } of prediction.references) {
    const about = `${placed.subject.name} on ${knowledge.devices.find(device)?.entry.value.name ?? device}`;
    book.cited(
      `measured-${id}`,
      {
        label: `measured, ${distance}`,
        value: tokensPerSecond,
        unit: "tok/s",
        display: `${tokensPerSecond} tok/s`,
      },
      source,
      about,
    );
  }
  book.cite(recordSources(board, [placed], knowledge));
  book.cite(blockers.map(({ source }) => source));
  for (const id of prediction.engine?.assumptionIds ?? []) book.cite(knowledge.assumption(id).source);
  return { facts: book.facts, sources: book.sources() };
}
