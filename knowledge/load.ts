import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CORE_SCHEMA, dump, load } from "js-yaml";
import { z } from "zod";
import { AppError } from "./errors.ts";
import { Provenance } from "./schema.ts";

/** A validated record: plain values, and apart from them where single values come from (path → provenance). */
export type Entry<T> = {
  readonly id: string;
  readonly value: T;
  readonly provenance: Readonly<Record<string, Provenance>>;
};

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Takes `{ value, source, note, … }` apart, so that formulas see plain values only. Lists stay as they are. */
export function splitProvenance(raw: unknown): { plain: unknown; provenance: Record<string, Provenance> } {
  const provenance: Record<string, Provenance> = {};
  const strip = (value: unknown, path: string): unknown => {
    if (!isFields(value)) return value;
    if ("value" in value) {
      const { value: plain, ...rest } = value;
      provenance[path] = Provenance.parse(rest);
      return plain;
    }
    const prefix = path === "" ? "" : `${path}.`;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner, prefix + key)]));
  };
  return { plain: strip(raw, ""), provenance };
}

/** YAML 1.2 as JSON has it: dates stay text, and a key that stands twice is refused. */
export function parseYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}

/** Records as YAML, one a line, in the form in which {@link parseYaml} reads them. */
export function formatYaml(records: Readonly<Record<string, unknown>>): string {
  return dump(records, { schema: CORE_SCHEMA, flowLevel: 1, lineWidth: -1, noRefs: true });
}

/** Reads a YAML file; what is wrong with it is said with its path. */
export function loadYaml(path: string): unknown {
  try {
    return parseYaml(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new AppError("invalid-record", `Cannot read ${path}: it is missing or no valid YAML.`, { cause });
  }
}

/** Validates raw values against a record's schema; the error names the place and what was wanted. */
export function parseRecord<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  where: string,
): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new AppError("invalid-record", `Cannot use ${where}: ${z.prettifyError(result.error)}`);
}

function toEntry<Schema extends z.ZodType>(
  schema: Schema,
  id: string,
  raw: unknown,
): Entry<z.output<Schema>> {
  const { plain, provenance } = splitProvenance(raw);
  return { id, value: parseRecord(schema, plain, `record "${id}"`), provenance };
}

/** A folder of YAML files, one record each; the id is the file name. */
export function loadFolder<Schema extends z.ZodType>(
  folder: string,
  schema: Schema,
): Entry<z.output<Schema>>[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort();
  return files.map((file) => toEntry(schema, basename(file, ".yaml"), loadYaml(join(folder, file))));
}

/** One YAML file that maps ids to records. */
export function loadTable<Schema extends z.ZodType>(path: string, schema: Schema): Entry<z.output<Schema>>[] {
  const table = loadYaml(path);
  if (!isFields(table))
    throw new AppError("invalid-record", `Cannot read ${path}: wanted a map of id to record.`);
  return Object.entries(table).map(([id, raw]) => toEntry(schema, id, raw));
}
