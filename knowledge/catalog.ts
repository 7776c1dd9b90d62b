import { distance } from "fastest-levenshtein";
import { AppError } from "./errors.ts";
import type { Entry } from "./load.ts";
import { canonicalName } from "./names.ts";

/** The part of a record that names it. */
export type Named = {
  name: string;
  aliases: string[];
  assumedFor: string[];
  family: string[];
  source?: string[] | undefined;
  sameModuleAs?: string | undefined;
};

/** A name that was found; `assumption` is set when the name was loose and has to be stated. */
export type Resolved<T> = { entry: Entry<T>; assumption?: string };

/** A known id and how far its nearest name is from the one asked for. */
export type Near = { id: string; away: number };

/** Records of one kind, found by id, name or alias. */
export type Catalog<T> = {
  readonly kind: string;
  readonly entries: readonly Entry<T>[];
  /** The record of that name; undefined when no record or more than one has it. */
  find(name: string): Resolved<T> | undefined;
  /** Whether a name of this canonical form, see `canonicalName`, is that of a record, or of a family of them. */
  hasKey(key: string): boolean;
  /** The records that share a family name, such as "Orin NX"; empty for any other text. */
  findFamily(name: string): readonly Entry<T>[];
  /** The record of that name, or an `unknown-id` or `ambiguous-id` error that lists the candidates. */
  get(name: string): Resolved<T>;
  /** Known ids by likeness to a name, nearest first. */
  nearest(name: string): Near[];
};

/** Names that two records claim; a catalogue with any is not usable. */
export function duplicateNames<T extends Named>(entries: readonly Entry<T>[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { id, value } of entries)
    for (const name of [id, value.name, ...value.aliases, ...value.assumedFor]) {
      const key = canonicalName(name);
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  return [...owners]
    .filter(([, ids]) => ids.size > 1)
    .map(([name, ids]) => `${name}: ${[...ids].join(", ")}`);
}

/** How many nearest names an error lists. */
const suggestions = 5;

function rankByLikeness(name: string, names: ReadonlyMap<string, string>): Near[] {
  const wanted = canonicalName(name);
  const best = new Map<string, number>();
  for (const [key, id] of names) {
    const away = key.includes(wanted) || wanted.includes(key) ? 0.5 : distance(wanted, key);
    best.set(id, Math.min(away, best.get(id) ?? away));
  }
  const ranked = [...best].map(([id, away]) => ({ id, away }));
  return ranked.sort((a, b) => a.away - b.away || (a.id < b.id ? -1 : 1)).slice(0, suggestions);
}

/** The names of a list that are nearest to one that is not in it, the nearest first. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  return rankByLikeness(name, new Map(known.map((id) => [canonicalName(id), id]))).map(({ id }) => id);
}

/** Builds the look-up over validated records. */
export function createCatalog<T extends Named>(kind: string, entries: readonly Entry<T>[]): Catalog<T> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const exact = new Map<string, string>();
  const loose = new Map<string, string>();
  const families = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const { name, aliases, assumedFor, family, sameModuleAs } = entry.value;
    for (const alias of [entry.id, name, ...aliases]) exact.set(canonicalName(alias), entry.id);
    for (const alias of assumedFor) loose.set(canonicalName(alias), entry.id);
    if (sameModuleAs) continue;
    for (const shared of family) {
      const key = canonicalName(shared);
      families.set(key, [...(families.get(key) ?? []), entry]);
    }
  }

  // A question's words are looked up as one name and then as a family.
  let last = { name: "", key: "" };
  const keyOf = (name: string): string => {
    if (last.name !== name) last = { name, key: canonicalName(name) };
    return last.key;
  };
  const hasKey = (key: string) => exact.has(key) || loose.has(key) || families.has(key);
  const findFamily = (name: string) => families.get(keyOf(name)) ?? [];
  const find = (name: string): Resolved<T> | undefined => {
    // An id is found without the cost of bringing it into canonical form.
    const named = byId.get(name);
    if (named) return { entry: named };
    const key = keyOf(name);
    const known = byId.get(exact.get(key) ?? "");
    if (known) return { entry: known };
    const assumed = byId.get(loose.get(key) ?? "");
    if (assumed) return { entry: assumed, assumption: `"${name}" is taken as ${assumed.value.name}` };
    const [only, ...more] = findFamily(name);
    return only && more.length === 0 ? { entry: only } : undefined;
  };
  const get = (name: string): Resolved<T> => {
    const found = find(name);
    if (found) return found;
    const candidates = findFamily(name).map(({ id }) => id);
    if (candidates.length > 0)
      throw new AppError(
        "ambiguous-id",
        `Cannot tell which ${kind} "${name}" means: it is one of ${candidates.join(", ")}.`,
        {
          candidates,
        },
      );
    const close = rankByLikeness(name, exact).map(({ id }) => id);
    throw new AppError(
      "unknown-id",
      `Cannot find the ${kind} "${name}": the nearest known are ${close.join(", ")}.`,
      {
        candidates: close,
      },
    );
  };
  return { kind, entries, find, hasKey, findFamily, get, nearest: (name) => rankByLikeness(name, exact) };
}
