import type { Named } from "../../knowledge/catalog.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";

/** What a name is of; "other" are formats, engines and the like, whose digits are no numbers. */
export type NameKind = "board" | "model" | "other";

/** A known name in a text with every record it may stand for. */
export type Mention = { kind: NameKind; ids: readonly string[]; start: number; end: number };

/** All names on record, ready to be found in a text. */
export type Names = {
  find(folded: string): Mention[];
  /** The name of a board or model as people write it. */
  nameOf(id: string): string;
  /** Ids of boards sold with so many gigabytes. */
  boardsOfSize(gigabytes: number): readonly string[];
  /** The module a board is built on, so that runs on a kit and on its module are of one board. */
  moduleOf(id: string): string;
  /** Names of power modes, in lower case. */
  modes: ReadonlySet<string>;
};

/** Letters are kept by their code in lower case. */
type Node = { next: Map<number, Node>; found?: { kind: NameKind; ids: string[] } };

function isAlphanumeric(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
}

const separators = new Set([" ", "\u00a0", "-", "_", ".", ":", "/", "("]);
const tail = /[\s:_-]+(?:instruct|it|chat|hf|developer kit|dev kit|devkit|module|kit|board)$/i;
const head = /^(?:nvidia\s+)?jetson\s+/i;
const headBefore = /(?:(?:nvidia[\s-]+)?jetson|nvidia)[\s-]+$/i;

function spellings(name: string): string[] {
  const bare = name.replace(/^[^/]*\/(?=[A-Za-z])/, "");
  const forms = [
    name,
    bare,
    bare.replace(head, ""),
    bare.replace(tail, ""),
    bare.replace(head, "").replace(tail, ""),
  ];
  return [...new Set(forms)];
}

/** Letters and digits of a name in lower case, which is what is compared. */
const keyOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, "");

function insert(root: Node, name: string, kind: NameKind, id: string): void {
  const key = keyOf(name);
  if (key.length < 3 || /^\d+(?:gb|b)?$/.test(key)) return;
  let node = root;
  for (let at = 0; at < key.length; at++) {
    const letter = key.charCodeAt(at);
    const next = node.next.get(letter) ?? { next: new Map() };
    node.next.set(letter, next);
    node = next;
  }
  node.found ??= { kind, ids: [] };
  if (node.found.kind === kind && !node.found.ids.includes(id)) node.found.ids.push(id);
}

/** Families may not swallow the name of one record, so they are entered after all names. */
function insertAll(root: Node, kind: NameKind, entries: readonly { id: string; value: Named }[]): void {
  for (const { id, value } of entries)
    for (const name of [id, value.name, ...value.aliases, ...value.assumedFor])
      for (const form of spellings(name)) insert(root, form, kind, id);
}

function insertFamilies(root: Node, kind: NameKind, entries: readonly { id: string; value: Named }[]): void {
  for (const { id, value } of entries) for (const family of value.family) insert(root, family, kind, id);
}

/** A full stop before a space ends a sentence, and two marks in a row end a name, unless a bracket opens. */
function goesOn(folded: string, at: number): boolean {
  const mark = folded[at] ?? "";
  return (
    separators.has(mark) &&
    (isAlphanumeric(folded.charCodeAt(at + 1)) || (mark === " " && folded[at + 1] === "("))
  );
}

function isWordEnd(folded: string, at: number): boolean {
  return !isAlphanumeric(folded.charCodeAt(at)) && !(folded[at] === "." && /\d/.test(folded[at + 1] ?? ""));
}

/** The longest name that starts at a place and ends with a word. */
function longestAt(root: Node, folded: string, start: number): Omit<Mention, "start"> | undefined {
  let node: Node | undefined = root;
  let best: Omit<Mention, "start"> | undefined;
  let at = start;
  while (at < folded.length) {
    const code = folded.charCodeAt(at);
    if (!isAlphanumeric(code)) {
      if (!goesOn(folded, at)) break;
      at += 1;
      continue;
    }
    node = node.next.get(code > 64 && code < 91 ? code + 32 : code);
    if (!node) break;
    at += 1;
    if (node.found && isWordEnd(folded, at)) best = { ...node.found, end: at };
  }
  return best;
}

function findIn(root: Node, folded: string): Mention[] {
  const found: Mention[] = [];
  for (let start = 0; start < folded.length; start++) {
    if (!isAlphanumeric(folded.charCodeAt(start)) || isAlphanumeric(folded.charCodeAt(start - 1))) continue;
    const best = longestAt(root, folded, start);
    if (!best) continue;
    const before = headBefore.exec(folded.slice(Math.max(0, start - 20), start));
    found.push({ ...best, start: start - (before?.[0].length ?? 0) });
    start = best.end;
  }
  return found;
}

/** Collects the names of boards, models, formats and engines; to be done once. */
export function namesOf(knowledge: Knowledge): Names {
  const root: Node = { next: new Map() };
  const { devices, models, quantizations, runtimes, cacheTypes } = knowledge;
  insertAll(root, "board", devices.entries);
  insertAll(root, "model", models.entries);
  for (const catalog of [quantizations, runtimes, cacheTypes]) insertAll(root, "other", catalog.entries);
  insertFamilies(root, "board", devices.entries);
  insertFamilies(root, "model", models.entries);
  const names = new Map([...models.entries, ...devices.entries].map(({ id, value }) => [id, value.name]));
  const sizes = new Map<number, string[]>();
  for (const { id, value } of devices.entries) {
    const size = Number(/\b(\d+)\s?GB\b/.exec(value.name)?.[1] ?? Number.NaN);
    sizes.set(size, [...(sizes.get(size) ?? []), id]);
  }
  const modules = new Map(devices.entries.map(({ id, value }) => [id, value.sameModuleAs ?? id]));
  const modes = devices.entries.flatMap(({ value }) =>
    value.powerModes.map(({ name }) => name.toLowerCase()),
  );
  return {
    find: (folded) => findIn(root, folded),
    nameOf: (id) => names.get(id) ?? id,
    boardsOfSize: (gigabytes) => sizes.get(gigabytes) ?? [],
    moduleOf: (id) => modules.get(id) ?? id,
    modes: new Set(modes),
  };
}
