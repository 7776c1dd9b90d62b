import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatDollars } from "../../knowledge/units.ts";
import { createFactBook, type Fact, type FactBook, type SourceReference } from "../facts.ts";
import type { Board } from "../placement/board.ts";
import { recordSources } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import type { Entry } from "./entry.ts";
import type { Row } from "./row.ts";

/** Where the facts of one row go: ids end in its rank, and all are about its board. */
type Page = { book: FactBook; rank: number; entity: string };

function boardSource({ id, record }: Board): string | undefined {
  return id === null ? undefined : record.source?.[0];
}

function addMemory({ book, rank, entity }: Page, row: Row, board: Board): void {
  const available = { label: "usable memory", value: row.bytesAvailable, unit: "B" } as const;
  const source = boardSource(board) && (board.provenance.memTotal?.source ?? boardSource(board));
  const [own, needed] = [`available-${rank}`, `needed-${rank}`];
  if (source) book.cited(own, available, source, entity);
  else book.given(own, available, entity);
  const add = (id: string, label: string, value: number, formula: string, inputs: string[]) =>
    book.computed(id, { label, value, unit: "B" }, formula, inputs, entity);
  add(needed, "memory needed in all", row.bytesNeeded, "sum of all lines of the ledger", []);
  add(`headroom-${rank}`, "headroom", row.headroomBytes, "available − needed", [own, needed]);
}

function addSpeed({ book, rank, entity }: Page, row: Row): void {
  const { decodeTokensPerSecond: decode, aggregateTokensPerSecond: aggregate, evidence } = row;
  if (!decode || !aggregate) return;
  const add = (id: string, label: string, value: number, formula: string, inputs: string[]) =>
    book.computed(`${id}-${rank}`, { label, value, unit: "tok/s" }, formula, inputs, entity);
  const own = [`decode-${rank}`];
  const asked = `as estimate-throughput gives it: ${evidence}`;
  const end = "expected ÷ or × (1 + half-width of the interval), at most the ceiling";
  add("decode", "decode speed of one stream", decode.expected, asked, []);
  add("decode-low", "decode speed, low end of 90 %", decode.low, end, own);
  add("decode-high", "decode speed, high end of 90 %", decode.high, end, own);
  add("aggregate", "decode speed of all streams", aggregate.expected, "speed of one stream × streams", own);
}

function addBoard({ book, rank, entity }: Page, { price, watts, powerMode }: Row, board: Board): void {
  if (price) {
    const display = `${formatDollars(price.usd)} (${price.kind}, ${price.date})`;
    const quantity = { label: "newest price", value: price.usd, unit: "USD", display } as const;
    book.cited(`price-${rank}`, quantity, price.source, entity);
  }
  if (watts === null) return;
  const power = { label: `power of the mode ${powerMode}`, value: watts, unit: "W" } as const;
  const source = boardSource(board);
  if (source) book.cited(`watts-${rank}`, power, source, entity);
  else book.given(`watts-${rank}`, power, entity);
}

function entityOf({ workloads, board }: Entry): string {
  const mode = board.mode === null ? "" : ` in ${board.mode.name}`;
  return `${workloads.map(({ subject }) => subject.name).join(" + ")} on ${board.name}${mode}`;
}

/** The facts of the rows a result shows, numbered by their rank, and the sources of all of them. */
export function sweepFacts(
  shown: readonly { row: Row; entry: Entry }[],
  assumed: readonly string[],
  knowledge: Knowledge,
): { facts: Fact[]; sources: SourceReference[] } {
  const book = createFactBook("", knowledge);
  const placed = new Set<Placed>();
  const boards = new Map<string, Board>();
  shown.forEach(({ row, entry }, index) => {
    const page = { book, rank: index + 1, entity: entityOf(entry) };
    addMemory(page, row, entry.board);
    addSpeed(page, row);
    addBoard(page, row, entry.board);
    book.cite(row.blockers.map(({ source }) => source));
    for (const workload of entry.workloads) placed.add(workload);
    boards.set(entry.board.name, entry.board);
  });
  for (const board of boards.values()) book.cite(recordSources(board, []));
  const [first] = boards.values();
  if (first) book.cite(recordSources(first, [...placed]));
  book.cite(assumed);
  return { facts: book.facts, sources: book.sources() };
}
