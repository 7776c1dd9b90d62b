import { readFileSync } from "node:fs";
import { AppError } from "./errors.ts";
import { Assumption } from "./evidence-schema.ts";
import { parseRecord, parseYaml } from "./load.ts";

const rowStart = /^(?<id>[a-z][\w-]*):/;

/** The rows of a table as text, by id: each begins in the first column and goes on indented. */
function splitRows(text: string, path: string): Map<string, string> {
  const rows = new Map<string, string>();
  let current: string | undefined;
  for (const line of text.split("\n")) {
    const id = rowStart.exec(line)?.groups?.id;
    if (id !== undefined && rows.has(id))
      throw new AppError("invalid-record", `Cannot read ${path}: "${id}" stands twice.`);
    current = id ?? current;
    if (current !== undefined) rows.set(current, `${rows.get(current) ?? ""}${line}\n`);
  }
  return rows;
}

/** One row of YAML; what is wrong with it is said with its id. */
function parseRow(id: string, text: string, path: string): Assumption {
  let table: unknown;
  try {
    table = parseYaml(text);
  } catch (cause) {
    throw new AppError("invalid-record", `Cannot read ${path}: "${id}" is no valid YAML.`, { cause });
  }
  const raw = typeof table === "object" && table !== null ? Object.values(table)[0] : undefined;
  return parseRecord(Assumption, raw, `assumption "${id}"`);
}

/**
 * The assumptions of a file. Each is read when it is asked for: a question needs a few, and every fitted one
 * names hundreds of runs.
 */
export function openAssumptions(path: string): (id: string) => Assumption | undefined {
  let rows: Map<string, string> | undefined;
  const read = new Map<string, Assumption>();
  return (id) => {
    const known = read.get(id);
    if (known) return known;
    rows ??= splitRows(readFileSync(path, "utf8"), path);
    const text = rows.get(id);
    if (text === undefined) return undefined;
    const assumption = parseRow(id, text, path);
    read.set(id, assumption);
    return assumption;
  };
}
