import { z } from "zod";
import type { Catalog, Named } from "../knowledge/catalog.ts";
import { AppError } from "../knowledge/errors.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Entry } from "../knowledge/load.ts";
import type { Device, Provenance } from "../knowledge/schema.ts";
import { GIB } from "../knowledge/units.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { createFactBook, type FactBook } from "./facts.ts";
import { addRoom } from "./memory/room.ts";
import { toBoard } from "./placement/board.ts";
import { calledIn } from "./placement/called-in.ts";
import { type ThermalRemark, thermalRemarks } from "./power/thermal.ts";
import { defineTool, type ToolResult } from "./tool.ts";

const LookUpInput = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .describe(
      "a board, model, detector, weight format or runtime, by id or alias; or devices, models, quantizations, runtimes for all ids",
    ),
});

/** A record with where its values come from, or the candidates that an ambiguous name stands for. */
export type LookUp = ToolResult & {
  kind: string | null;
  id: string | null;
  /** The record as people name it. */
  name: string | null;
  record: unknown;
  provenance: Readonly<Record<string, Provenance>>;
  candidates: string[];
  /** What documents say of heat, cooling and supply of a board. */
  thermal: ThermalRemark[];
  resolved: { name: string };
  assumptions: string[];
};

/** Fields of records that an answer quotes, with their unit. */
const quoted = [
  ["memory", "memory as sold", "B"],
  ["memTotal", "usable memory (MemTotal)", "B"],
  ["bandwidth", "memory bandwidth", "B/s"],
] as const;

/** The shape of a model, field by field: the fact's id and what it is called. */
const architecture = [
  ["parametersBillions", "parameters", "parameters"],
  ["layers", "layers", "layers"],
  ["kvHeads", "kv-heads", "KV heads"],
  ["headSize", "head-size", "head size"],
] as const;

/** Words for a whole catalogue. */
const lists: readonly (readonly [RegExp, "devices" | "models" | "quantizations" | "runtimes"])[] = [
  [/^(devices|boards|modules)$/i, "devices"],
  [/^(models|workloads|detectors)$/i, "models"],
  [/^(quanti[sz]ations|formats)$/i, "quantizations"],
  [/^(runtimes|engines)$/i, "runtimes"],
];

/** Every id that a name stands for: a whole catalogue, or the records of a family. */
function candidatesOf(name: string, knowledge: Knowledge): string[] {
  const list = lists.find(([word]) => word.test(name.trim()))?.[1];
  if (list) return knowledge[list].entries.map(({ id }) => id);
  return catalogs(knowledge).flatMap((catalog) => catalog.findFamily(name).map(({ id }) => id));
}

/** Ids that fit a digest. */
const digestIds = 40;
const digestFacts = 10;

type Found = { kind: string; entry: Entry<Named>; assumption?: string | undefined };

function catalogs(knowledge: Knowledge): Catalog<Named>[] {
  return [knowledge.devices, knowledge.models, knowledge.quantizations, knowledge.runtimes];
}

function findRecord(name: string, knowledge: Knowledge): Found | undefined {
  for (const catalog of catalogs(knowledge)) {
    const found = catalog.find(name);
    if (found) return { kind: catalog.kind, entry: found.entry, assumption: found.assumption };
  }
  return undefined;
}

/** How long a detector takes for a frame, board by board. */
function addLatencies(book: FactBook, value: Named, knowledge: Knowledge): void {
  const record = knowledge.models.entries.find((entry) => entry.value === value)?.value;
  if (!record || !("latencies" in record)) return;
  for (const { device, precision, latency, source } of record.latencies) {
    const board = calledIn(knowledge.devices, device);
    const from = source ?? record.source?.[0];
    const quantity = {
      label: `latency of a frame on ${board}, ${precision}`,
      value: latency,
      unit: "ms",
      display: `${latency} ms`,
    } as const;
    if (from)
      book.cited(`latency-${device}-${precision.toLowerCase()}`, quantity, from, `${value.name} on ${board}`);
  }
}

/** What each power mode allows in watts. */
function addPowerModes(book: FactBook, { powerModes }: Device, source: string | undefined): void {
  for (const { name, watts, shipped } of powerModes) {
    if (watts === undefined || source === undefined) continue;
    const label = `power budget of mode ${name}${shipped ? ", as shipped" : ""}`;
    book.cited(`power-${name}`, { label, value: watts, unit: "W" }, source);
  }
}

/** Values of a language model's record that answers are computed from. */
function addArchitecture(
  book: FactBook,
  { id, value, provenance }: Entry<Named>,
  knowledge: Knowledge,
): void {
  const record = knowledge.models.entries.find((entry) => entry.id === id && entry.value === value)?.value;
  if (!record) return;
  for (const [field, fact, label] of architecture) {
    const amount = record[field];
    const source = provenance[field]?.source ?? record.source?.[0];
    const isSize = field === "parametersBillions";
    const display = isSize && amount !== undefined ? `${Number(amount.toPrecision(3))}B` : undefined;
    if (amount === undefined || !source) continue;
    const value = isSize ? amount * 1e9 : amount;
    book.cited(fact, { label, value, unit: "1", ...(display && { display }) }, source);
  }
}

function addFacts(book: FactBook, { id, value, provenance }: Entry<Named>, knowledge: Knowledge): void {
  const device = knowledge.devices.entries.find((entry) => entry.id === id && entry.value === value)?.value;
  if (!device) return;
  for (const [field, label, unit] of quoted) {
    const amount = device[field];
    const source = provenance[field]?.source ?? device.source?.[0];
    const display = field === "memory" && amount !== undefined ? { display: `${amount / GIB} GiB` } : {};
    if (amount !== undefined && source) book.cited(field, { label, value: amount, unit, ...display }, source);
  }
  for (const price of device.prices) {
    const never = price.note?.includes("never the official price") ? ", never the official one" : "";
    const label = `price of the ${price.kind}, ${price.date}${never}`;
    book.cited(
      `price-${price.kind}-${price.date}-${price.source}`,
      { label, value: price.value, unit: "USD" },
      price.source,
    );
  }
  addPowerModes(book, device, provenance.powerModes?.source ?? device.source?.[0]);
  addRoom(book, toBoard(id, undefined, knowledge), knowledge);
  const decoder = provenance.decodeStreams1080p30?.source ?? device.source?.[0];
  if (device.decodeStreams1080p30 !== undefined && decoder)
    book.cited(
      "decoder",
      { label: "streams of 1080p30 decoded at most", value: device.decodeStreams1080p30, unit: "1" },
      decoder,
    );
}

/** What the records say of one name, or every record that shares it. */
export const lookUp = defineTool({
  name: "look-up",
  description:
    "The record of a board, model, detector, weight format or runtime, or the candidates when a name is ambiguous.",
  input: LookUpInput,
  example: { name: "agx-orin-64gb" },
  offered: z.strictObject({ name: z.string().describe("e.g. agx-orin-64gb, qwen3-8b, nvfp4") }),
  run({ name }, knowledge): LookUp {
    const found = findRecord(name, knowledge);
    if (!found) {
      const candidates = candidatesOf(name, knowledge);
      if (candidates.length === 0) throw unknownName(name, knowledge);
      return {
        kind: null,
        id: null,
        name: null,
        record: null,
        provenance: {},
        candidates,
        thermal: [],
        resolved: { name },
        assumptions: [],
        facts: [],
        sources: [],
      };
    }
    const { kind, entry, assumption } = found;
    const book = createFactBook(entry.value.name, knowledge);
    addFacts(book, entry, knowledge);
    addArchitecture(book, entry, knowledge);
    addLatencies(book, entry.value, knowledge);
    book.cite(entry.value.source);
    const thermal =
      kind === "device" ? thermalRemarks(toBoard(entry.id, undefined, knowledge), knowledge) : [];
    book.cite(thermal.map(({ source }) => source));
    return {
      kind,
      id: entry.id,
      name: entry.value.name,
      record: entry.value,
      provenance: entry.provenance,
      candidates: [],
      thermal,
      resolved: { name: entry.id },
      assumptions: assumption ? [assumption] : [],
      facts: book.facts,
      sources: book.sources(),
    };
  },
  digest: ({ kind, id, name, candidates, facts }) =>
    digestLines([
      id ? `${kind} ${name} (${id})` : `one of: ${candidates.slice(0, digestIds).join(", ")}`,
      ...facts.slice(0, digestFacts).map(({ label, display }) => `${label}: ${display}`),
    ]),
});

function unknownName(name: string, knowledge: Knowledge): AppError {
  const close = catalogs(knowledge).flatMap((catalog) => catalog.nearest(name));
  const candidates = close
    .sort((a, b) => a.away - b.away)
    .slice(0, 5)
    .map(({ id }) => id);
  return new AppError(
    "unknown-id",
    `Cannot find "${name}" in any catalogue: the nearest known are ${candidates.join(", ")}.`,
    { candidates },
  );
}
