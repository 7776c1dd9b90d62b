import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device } from "../../knowledge/schema.ts";
import type { Dollars } from "../../knowledge/units.ts";
import { BENCHMARK, FRAMEWORK, VLM_SIZING } from "../decision/rule.ts";
import type { Board } from "../placement/board.ts";
import { newestPrice } from "../placement/newest-price.ts";
import { moduleOf } from "../throughput/distance.ts";

/** A price on record: what for, since when, who says so; `current` is the newest, `document` one that a document prints. */
export type UnitPrice = {
  value: Dollars;
  kind: Price["kind"];
  date: string;
  source: string;
  note: string | null;
  current: boolean;
  document: boolean;
};

type Price = Device["prices"][number];

const documents: ReadonlySet<string> = new Set([FRAMEWORK, VLM_SIZING, BENCHMARK]);

/** Prices of the board and of other records of the same module, since a document may price either. */
function pricesOf({ id, record }: Board, knowledge: Knowledge): Price[] {
  if (id === null) return record.prices;
  const module = moduleOf(id, knowledge);
  const others = knowledge.devices.entries.filter(
    (entry) => entry.id !== id && moduleOf(entry.id, knowledge) === module,
  );
  return [...record.prices, ...others.flatMap(({ value }) => value.prices)];
}

function keyOf({ value, kind, date, source }: Price): string {
  return `${value} ${kind} ${date} ${source}`;
}

/** Every price on record of one kind, newest first; the board's own newest price sets the kind where none is asked. */
export function unitPrices(
  board: Board,
  kind: "kit" | "module" | undefined,
  knowledge: Knowledge,
): UnitPrice[] {
  const all = [...new Map(pricesOf(board, knowledge).map((price) => [keyOf(price), price])).values()];
  const wanted = kind ?? newestPrice(board.record)?.kind ?? newestPrice({ prices: all })?.kind;
  const prices = all.filter((price) => price.kind === wanted);
  const current = newestPrice({ prices });
  return prices
    .toSorted((a, b) => (a.date === b.date ? b.value - a.value : a.date < b.date ? 1 : -1))
    .map((price) => ({
      value: price.value,
      kind: price.kind,
      date: price.date,
      source: price.source,
      note: price.note ?? null,
      current: price === current,
      document: documents.has(price.source),
    }));
}
