import type { Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Entry } from "../../knowledge/load.ts";
import type { Device } from "../../knowledge/schema.ts";
import { formatDollars } from "../../knowledge/units.ts";
import type { FactBook, FactUnit } from "../facts.ts";
import { newestPrice } from "../placement/newest-price.ts";
import { BENCHMARK, FRAMEWORK, VLM_SIZING } from "./rule.ts";

/**
 * What the records say about boards, ready to stand in a sentence. Quoting files the number as a fact once, so that
 * no sentence holds a number of a record that is not among the facts. Undefined where the records do not know.
 */
export type Quotes = {
  name(id: string): string;
  /** The newest price: "3,499 USD (kit, 2026-07-21)". */
  price(id: string): string | undefined;
  modulePrice(id: string): string | undefined;
  /** A price that one of the documents printed and that no longer holds, with the document. */
  printedPrice(id: string): { price: string; source: string } | undefined;
  lowestPower(id: string): string | undefined;
  /** The mode the board is delivered in: "MODE_30W (30 W)". */
  shippedMode(id: string): string | undefined;
  /** The highest mode within a budget. */
  modeWithin(id: string, watts: number): string | undefined;
  decodeStreams(id: string): string | undefined;
  /** The fastest plausible run of a model, alone on one of the boards: "22 tok/s (mlc)". */
  speed(model: string, devices: readonly string[]): string | undefined;
};

type Desk = { book: FactBook; knowledge: Pick<Knowledge, "devices" | "measurements"> };
type Price = Device["prices"][number];
type Mode = { name: string; watts: number; shipped: boolean };
type Quoted = { label: string; value: number; unit: FactUnit; display?: string };

const documents = new Set([FRAMEWORK, VLM_SIZING, BENCHMARK]);

function entryOf({ knowledge }: Desk, id: string): Entry<Device> {
  return knowledge.devices.get(id).entry;
}

function file({ book }: Desk, id: string, quantity: Quoted, source: string, entity: string): string {
  if (!book.facts.some((fact) => fact.id === id)) book.cited(id, quantity, source, entity);
  return book.facts.find((fact) => fact.id === id)?.display ?? "";
}

function fileField(
  desk: Desk,
  id: string,
  field: keyof Device,
  fact: string,
  quantity: Quoted,
): string | undefined {
  const { value: device, provenance } = entryOf(desk, id);
  const source = provenance[field]?.source ?? device.source?.[0];
  desk.book.cite(device.source);
  return source === undefined ? undefined : file(desk, `${fact}.${id}`, quantity, source, device.name);
}

function filePrice(desk: Desk, id: string, price: Price | undefined): string | undefined {
  if (!price) return undefined;
  const { value, kind, date, source } = price;
  const display = `${formatDollars(value)} (${kind}, ${date})`;
  const quantity: Quoted = { label: `price (${kind}, ${date})`, value, unit: "USD", display };
  return file(desk, `price.${id}.${kind}.${date}.${source}`, quantity, source, entryOf(desk, id).value.name);
}

function fileMode(desk: Desk, id: string, mode: Mode | undefined): string | undefined {
  if (!mode) return undefined;
  const quantity: Quoted = { label: `power of mode ${mode.name}`, value: mode.watts, unit: "W" };
  const power = fileField(desk, id, "powerModes", `power.${mode.name}`, quantity);
  return power && `${mode.name} (${power})`;
}

/** The modes whose power is known, highest first. */
function modesOf(desk: Desk, id: string): Mode[] {
  return entryOf(desk, id)
    .value.powerModes.flatMap(({ name, watts, shipped }) =>
      watts === undefined ? [] : [{ name, watts, shipped }],
    )
    .toSorted((a, b) => b.watts - a.watts);
}

function modulePrice(desk: Desk, id: string): string | undefined {
  const prices = entryOf(desk, id).value.prices.filter(({ kind }) => kind === "module");
  return filePrice(desk, id, newestPrice({ prices }));
}

/** Also looks at records of the same module, since the documents price the Super and mean the Orin Nano. */
function printedPrice(desk: Desk, id: string): ReturnType<Quotes["printedPrice"]> {
  const newest = newestPrice(entryOf(desk, id).value);
  const variants = desk.knowledge.devices.entries.filter(({ value }) => value.sameModuleAs === id);
  const [printed] = [entryOf(desk, id), ...variants].flatMap((entry) =>
    entry.value.prices
      .filter(({ source, kind }) => documents.has(source) && kind === newest?.kind)
      .filter(({ value }) => value !== newest?.value)
      .map((price) => ({ id: entry.id, price })),
  );
  const price = printed && filePrice(desk, printed.id, printed.price);
  return printed && price ? { price, source: printed.price.source } : undefined;
}

function lowestPower(desk: Desk, id: string): string | undefined {
  const lowest = modesOf(desk, id).at(-1);
  if (!lowest) return undefined;
  const quantity: Quoted = { label: "power of the lowest mode", value: lowest.watts, unit: "W" };
  return fileField(desk, id, "powerModes", "lowest-power", quantity);
}

function decodeStreams(desk: Desk, id: string): string | undefined {
  const limit = entryOf(desk, id).value.decodeStreams1080p30;
  if (limit === undefined) return undefined;
  const quantity: Quoted = { label: "streams of 1080p30 its video decoder takes", value: limit, unit: "1" };
  return fileField(desk, id, "decodeStreams1080p30", "decode-streams", quantity);
}

/** One stream's speed, whether a table counts decoding alone or whole runs. */
function isPlainRun({ metric, plausible, concurrency, speculation }: Measurement): boolean {
  const isSpeed = metric === "decode" || metric === "aggregate";
  return isSpeed && plausible && concurrency === 1 && speculation === undefined;
}

function speed(desk: Desk, model: string, devices: readonly string[]): string | undefined {
  const [run] = desk.knowledge
    .measurements(model)
    .filter((candidate) => isPlainRun(candidate) && devices.includes(candidate.device))
    .toSorted((a, b) => b.value - a.value);
  if (!run) return undefined;
  const label = `measured speed of ${model}, ${run.quantization} in ${run.runtime}`;
  const board = entryOf(desk, run.device).value.name;
  const display = file(
    desk,
    `measured.${run.id}`,
    { label, value: run.value, unit: "tok/s" },
    run.source,
    board,
  );
  return `${display} (${run.runtime})`;
}

/** Starts quoting into a book. */
export function createQuotes(book: FactBook, knowledge: Desk["knowledge"]): Quotes {
  const desk: Desk = { book, knowledge };
  return {
    name: (id) => entryOf(desk, id).value.name,
    price: (id) => filePrice(desk, id, newestPrice(entryOf(desk, id).value)),
    modulePrice: (id) => modulePrice(desk, id),
    printedPrice: (id) => printedPrice(desk, id),
    lowestPower: (id) => lowestPower(desk, id),
    shippedMode: (id) =>
      fileMode(
        desk,
        id,
        modesOf(desk, id).find(({ shipped }) => shipped),
      ),
    modeWithin: (id, watts) =>
      fileMode(
        desk,
        id,
        modesOf(desk, id).find((mode) => mode.watts <= watts),
      ),
    decodeStreams: (id) => decodeStreams(desk, id),
    speed: (model, devices) => speed(desk, model, devices),
  };
}
