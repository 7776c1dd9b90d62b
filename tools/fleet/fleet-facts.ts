import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatDollars } from "../../knowledge/units.ts";
import type { Throughput } from "../estimate-throughput.ts";
import { createFactBook, type Fact, type FactBook, type FactUnit, type SourceReference } from "../facts.ts";
import type { Board } from "../placement/board.ts";
import { recordSources } from "../placement/compatibility.ts";
import type { FleetCost } from "./fleet-result.ts";

type Cost = Omit<FleetCost, "facts" | "sources">;

function addPrices(book: FactBook, { unitPrices, resolved }: Cost, board: Board): void {
  const own = resolved.unitPriceUsd;
  if (own !== undefined) book.given("unit-price", { label: "price of one board", value: own, unit: "USD" });
  for (const { value, kind, date, source, totalUsd } of unitPrices) {
    const display = `${formatDollars(value)} (${kind}, ${date})`;
    const id = `price-${kind}-${date}-${source}`;
    const label = `price of the ${kind}, ${date}`;
    book.cited(id, { label, value, unit: "USD", display }, source, board.name);
    const total = {
      label: `total at the price of ${date} (${source})`,
      value: totalUsd,
      unit: "USD",
    } as const;
    book.computed(`total-at-${date}-${source}`, total, "the same bill at this price", [id]);
  }
}

function addTotals(book: FactBook, cost: Cost): void {
  const parts = cost.lines.map(({ part }) => part);
  for (const { part, usd, formula } of cost.lines)
    book.computed(part, { label: part, value: usd, unit: "USD" }, formula, []);
  const add = (
    id: string,
    label: string,
    value: number | null,
    unit: FactUnit,
    formula: string,
    of: string[],
  ) => value !== null && book.computed(id, { label, value, unit }, formula, of);
  add("total", "total over the years", cost.totalUsd, "USD", "sum of the lines", parts);
  add("hardware", "boards as bought", cost.hardwareUsd, "USD", "boards + carriers + cooling", []);
  const perYear = "total ÷ boards ÷ years";
  add("per-device-year", "cost of a board and year", cost.perDevicePerYearUsd, "USD", perYear, ["total"]);
  const watts = "busy draw × duty cycle + idle draw × the rest";
  add("mean-draw", "mean draw of a board", cost.wattsPerDevice, "W", watts, []);
  const energy = cost.energyKwh === null ? null : cost.energyKwh * 1000;
  add("energy", "electricity over the years", energy, "Wh", "mean draw × boards × days × hours a day", [
    "mean-draw",
  ]);
  const answers = "1,000 × total ÷ answers given while busy";
  add("answers-total", "cost of 1,000 answers, all in", cost.perThousandAnswersUsd, "USD", answers, [
    "total",
  ]);
}

function addGiven(book: FactBook, { resolved }: Cost): void {
  book.given("devices", {
    label: "boards in service",
    value: resolved.devices,
    unit: "1",
    display: `${resolved.devices}`,
  });
  const years = resolved.years ?? 0;
  book.given("years", { label: "years in service", value: years, unit: "1", display: `${years}` });
}

/** The facts of a fleet: every price on record, every line, the totals. */
export function fleetFacts(
  cost: Cost,
  board: Board,
  speed: Throughput | null,
  assumed: readonly string[],
  knowledge: Knowledge,
): { facts: Fact[]; sources: SourceReference[] } {
  const book = createFactBook(`fleet of ${board.name}`, knowledge);
  addGiven(book, cost);
  addPrices(book, cost, board);
  addTotals(book, cost);
  book.cite(recordSources(board, []));
  book.cite(speed?.sources.map(({ id }) => id));
  book.cite(cost.thermal.map(({ source }) => source));
  book.cite(assumed);
  return { facts: book.facts, sources: book.sources() };
}
