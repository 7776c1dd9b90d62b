import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device } from "../../knowledge/schema.ts";
import { GIB } from "../../knowledge/units.ts";
import { isOnSale } from "../../tools/placement/board.ts";
import type { Amounts } from "./amounts.ts";
import type { Mention } from "./mentions.ts";
import { blanked } from "./words.ts";

/** A loose name ("YOLO", "Thor") is handed on as it was typed, so that the tool states what it took it for. */
export function keptName(
  text: string,
  id: string | undefined,
  catalog: { find(name: string): { assumption?: string } | undefined },
): string {
  return id === undefined || catalog.find(text)?.assumption ? text : id;
}

/** Memory as sold, in the whole GiB that people call GB. */
export function soldGigabytes({ memory = 0 }: Device): number {
  return Math.round(memory / GIB);
}

/** "Orin NX with 16 GB" says which of the two is meant. */
function narrowed({ ids }: Mention, { memoryGigabytes }: Amounts, knowledge: Knowledge): string[] {
  if (ids.length < 2 || memoryGigabytes === undefined) return ids;
  const matching = ids.filter(
    (id) => soldGigabytes(knowledge.devices.get(id).entry.value) === memoryGigabytes,
  );
  return matching.length > 0 ? matching : ids;
}

/** "Since Orin does FP4, how fast is it on AGX Orin": the wider family is spoken of, the narrower board is meant. */
function isWidened({ ids }: Mention, named: readonly Mention[]): boolean {
  return named.some((other) => other.ids.length < ids.length && other.ids.every((id) => ids.includes(id)));
}

const sizeAlone =
  /\b(?:is|are|would|fits?\s+(?:in|on|into)|run\s+(?:in|on|with)|on|with)\s+(?:an?\s+|only\s+|my\s+)?(4|8|16|32|64|128)\s?(?:GB|GiB)\b(?!\s*(?:of\s+)?(?:swap|zram|file|model|weights|vram))/i;

/** "Is 16 GB enough?": where no board is named, those on sale with that memory are meant. */
export function boardsOfSize(question: string, knowledge: Knowledge): string[] {
  const gigabytes = Number(sizeAlone.exec(question)?.[1] ?? 0);
  return knowledge.devices.entries
    .filter(({ value }) => isOnSale(value) && soldGigabytes(value) === gigabytes)
    .map(({ id }) => id);
}

/** The boards a question means, in the order of the text, each once. */
export function boardIds(mentions: readonly Mention[], amounts: Amounts, knowledge: Knowledge): string[] {
  const named = mentions.filter(({ kind }) => kind === "device");
  const ids = named
    .filter((mention) => !isWidened(mention, named))
    .flatMap((mention) => {
      const found = narrowed(mention, amounts, knowledge);
      return found.length === 1 ? [keptName(mention.text, found[0], knowledge.devices)] : found;
    });
  return [...new Set(ids)];
}

/** A mode that only the faster clocks have says that the board was flashed with them. */
export function flashedFor(question: string, boards: readonly string[], knowledge: Knowledge): string[] {
  if (!/\bMAXN[\s_-]?SUPER\b/i.test(question)) return [...boards];
  return boards.map((id) => {
    const { id: module, value } = knowledge.devices.get(id).entry;
    if (value.powerModes.some(({ name }) => /super/i.test(name))) return id;
    const faster = knowledge.devices.entries.find(
      (entry) => entry.value.sameModuleAs === module && entry.id.endsWith("-super"),
    );
    return faster?.id ?? id;
  });
}

/** A power mode is meant where the board has one of that name and the question speaks of a mode. */
export function powerModeOf(
  question: string,
  boards: readonly string[],
  knowledge: Knowledge,
): string | undefined {
  const modes = boards.flatMap((id) =>
    knowledge.devices.get(id).entry.value.powerModes.map(({ name }) => name),
  );
  const bare = (name: string) =>
    name
      .replace(/^MODE_/, "")
      .replace(/[_\s-]/g, "")
      .toLowerCase();
  const text = question.replace(/[_\s-]/g, "").toLowerCase();
  const named = modes
    .sort((a, b) => b.length - a.length)
    .find((name) => new RegExp(`(?<!\\d)${bare(name)}`).test(text));
  const speaksOfMode = /\bmode\b|\bMAXN|(?:\bin|\bat|(?<!\bup\s)\bto)\s+\d+\s?W\b/i.test(question);
  return speaksOfMode ? named : undefined;
}

/** The question with boards blanked, so that the 8 GB of "Orin Nano 8GB" are nobody else's. */
export function withoutBoards(question: string, mentions: readonly Mention[]): string {
  return blanked(
    question,
    mentions.filter(({ kind }) => kind === "device"),
  );
}
