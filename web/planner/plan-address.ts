import { type Load, mostLoads, type Plan, type Settings } from "./plan.ts";
import { amountSettings, countSettings, isBuild, switchSettings, wordSettings } from "./settings.ts";

/** A plan as its address has it, and what of the address could not be read, in words. */
export type Read = { plan: Plan; notes: string[] };

function wordsOf(settings: Settings): string[] {
  const words: string[] = [];
  const add = (word: string, value: string | number | undefined) => {
    if (value !== undefined && value !== "") words.push(word === "" ? String(value) : `${word}:${value}`);
  };
  for (const [name, word] of wordSettings) add(word, settings[name]);
  for (const [name, word] of [...countSettings, ...amountSettings]) add(word, settings[name]);
  for (const [name, word] of switchSettings)
    if (settings[name] !== undefined) add(word, settings[name] ? "on" : "off");
  add("build", settings.build);
  return words;
}

/** What people read in an address stays readable. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%20", "+");
}

/** The query of a plan's address: everything that somebody else needs to see the same. */
export function formatPlan({ board, powerMode, os, release, loads }: Plan): string {
  const fields: (readonly [string, string | undefined])[] = [
    ["board", board],
    ["mode", powerMode],
    ["os", os],
    ["release", release],
    ...loads.map(({ model, settings }) => ["load", [model, ...wordsOf(settings)].join("~")] as const),
  ];
  return fields.flatMap(([name, value]) => (value ? `${name}=${encode(value)}` : [])).join("&");
}

/** A number as people write it, within its limits. */
function toNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** Reads one word into the settings; false where it says nothing that a workload has. */
function readWord(text: string, settings: Settings): boolean {
  const [, word = "", value = ""] = /^(?:([^:]*):)?(.*)$/s.exec(text) ?? [];
  if (value === "") return false;
  for (const [name, own] of wordSettings)
    if (own === word) {
      settings[name] = value;
      return true;
    }
  for (const [name, own, least, most] of [...countSettings, ...amountSettings])
    if (own === word) {
      const number = toNumber(value, least, most);
      const isRead = number !== undefined && (Number.isInteger(number) || own === "share" || own === "swap");
      if (isRead) settings[name] = number;
      return isRead;
    }
  for (const [name, own] of switchSettings)
    if (own === word && (value === "on" || value === "off")) {
      settings[name] = value === "on";
      return true;
    }
  if (word !== "build" || !isBuild(value)) return false;
  settings.build = value;
  return true;
}

function readLoad(text: string, key: number): { load: Load; unread: string[] } {
  const [model = "", ...words] = text.split("~");
  const settings: Settings = {};
  const unread = words.filter((word) => !readWord(word, settings));
  return { load: { key, model, settings }, unread };
}

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(", ");

/** Reads the query of an address. Everything is read that can be; what cannot is told. */
export function parsePlan(query: string): Read {
  const fields = new URLSearchParams(query);
  const stated = fields.getAll("load").filter((text) => text.trim() !== "");
  const read = stated.slice(0, mostLoads).map((text, index) => readLoad(text, index + 1));
  const os = fields.get("os");
  const known = ["board", "mode", "os", "release", "load"];
  const unknown = [...new Set(fields.keys())].filter((name) => !known.includes(name));
  const powerMode = fields.get("mode") || undefined;
  const release = fields.get("release") || undefined;
  const notes = [
    ...(unknown.length > 0 ? [`${quoted(unknown)} says nothing of a plan and was left out.`] : []),
    ...(os !== null && os !== "headless" && os !== "desktop"
      ? [`${quoted([os])} is neither headless nor desktop: desktop is taken.`]
      : []),
    ...(stated.length > mostLoads ? [`Only the first ${mostLoads} workloads were taken.`] : []),
    ...read.flatMap(({ load, unread }) =>
      unread.length > 0 ? [`${quoted(unread)} of ${load.model} could not be read and was left out.`] : [],
    ),
  ];
  const plan: Plan = {
    board: fields.get("board") ?? "",
    ...(powerMode && { powerMode }),
    os: os === "headless" ? "headless" : "desktop",
    ...(release && { release }),
    loads: read.map(({ load }) => load),
  };
  return { plan, notes };
}
