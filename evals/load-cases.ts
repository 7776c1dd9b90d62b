import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../knowledge/errors.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { loadYaml, parseRecord } from "../knowledge/load.ts";
import { getTool } from "../tools/registry.ts";
import { type Case, CaseFile, WrittenCase } from "./case.ts";
import { type Combination, combinationsOf, fillIn } from "./combinations.ts";
import { createParaphraser } from "./paraphrase.ts";

/** The cases of this checkout. */
export const CASES_FOLDER = join(import.meta.dirname, "cases");

type Place = { id: string; tags: readonly string[] };
type Parts = { knowledge: Knowledge; paraphrase(question: string, wording: string): string };

/** The question as it is written and in each further wording, with what is put behind its id. */
function worded(
  { ask, wordings }: WrittenCase,
  { paraphrase }: Parts,
): { turns: string[]; suffix: string }[] {
  const before = ask.slice(0, -1);
  const question = ask.at(-1) ?? "";
  const others = wordings.map((wording) => ({
    turns: [...before, paraphrase(question, wording)],
    suffix: `~${wording}`,
  }));
  return [{ turns: ask, suffix: "" }, ...others];
}

/** The cases that one combination makes: one for each wording. */
function casesOf(raw: unknown, combination: Combination, place: Place, parts: Parts): Case[] {
  const written = parseRecord(
    WrittenCase,
    fillIn(raw, combination, parts.knowledge),
    `eval case "${place.id}"`,
  );
  const { ask, tags, each, wordings, reason, planted, ...expects } = written;
  for (const name of [...expects.calls.map((call) => call.name), ...expects.forbids]) getTool(name);
  const values = Object.values(combination).join("+");
  return worded(written, parts).map(({ turns, suffix }) => ({
    id: `${place.id}${values === "" ? "" : `/${values}`}${suffix}`,
    tags: [...new Set([...place.tags, ...tags, ...(suffix === "" ? [] : ["paraphrase"])])],
    turns,
    planted,
    reason,
    expects,
  }));
}

/** The lists of a case, before anything is filled in. */
function listsOf(raw: unknown, id: string): WrittenCase["each"] {
  return parseRecord(WrittenCase.pick({ each: true }).strip(), raw, `eval case "${id}"`).each;
}

function loadFile(path: string, parts: Parts): Case[] {
  const name = basename(path, ".yaml");
  const { tags, cases } = parseRecord(CaseFile, loadYaml(path), `eval cases of ${path}`);
  return Object.entries(cases).flatMap(([key, raw]) => {
    const place = { id: `${name}/${key}`, tags };
    return combinationsOf(listsOf(raw, place.id)).flatMap((combination) =>
      casesOf(raw, combination, place, parts),
    );
  });
}

/**
 * Every case of a folder of YAML files, by id: each combination and each wording is one of its own. Throws
 * `invalid-record` and says which case is wrong and how.
 */
export function loadCases(knowledge: Knowledge, folder: string = CASES_FOLDER): Case[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  const parts = { knowledge, paraphrase: createParaphraser(knowledge) };
  const cases = files.sort().flatMap((file) => loadFile(join(folder, file), parts));
  const ids = new Set<string>();
  for (const { id } of cases) {
    if (ids.has(id))
      throw new AppError("invalid-record", `Cannot use the eval case "${id}": it stands twice.`);
    ids.add(id);
  }
  return cases.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A hash over what the cases ask and expect: runs over other cases cannot be put together. */
export function casesHash(cases: readonly Case[]): string {
  return createHash("sha256").update(JSON.stringify(cases)).digest("hex").slice(0, 16);
}
