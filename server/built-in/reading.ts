import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Reference } from "../../tools/placement/subject.ts";
import { type Amounts, readAmounts } from "./amounts.ts";
import { type Intents, readIntents } from "./intents.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { overlaps, parseCount, type Span } from "./words.ts";

/** A model the question names or sizes, and how many of it. */
export type ModelMention = {
  reference: Reference;
  name: string;
  count: number;
  billions: number | undefined;
};

/** What the built-in answerer understood of a question. */
export type Reading = Amounts &
  Intents & {
    /** The boards meant, by id or as typed; a family name stands for each of its sizes. */
    boards: readonly string[];
    models: ModelMention[];
    quantization?: string;
    runtime?: string;
    powerMode?: string;
  };

const sizePattern =
  /(?<![\w.])(?:(?<maker>[A-Za-z][\w.]*(?:-[\w.]+)*)-)?(?<size>\d+(?:\.\d+)?)[\s-]?(?:B|billion)\b(?:[\s-]*parameters?)?/g;
const countBefore = /\b(\d+|two|three|four|five|six)\s*(?:[x×]\s*)?$/i;

function countOf(question: string, { start }: Span): number {
  const text = countBefore.exec(question.slice(0, start))?.[1];
  const count = text === undefined ? undefined : parseCount(text);
  return count !== undefined && count <= 8 ? count : 1;
}

function namedModels(
  question: string,
  mentions: readonly Mention[],
  knowledge: Knowledge,
): (ModelMention & Span)[] {
  return mentions
    .filter(({ kind }) => kind === "model")
    .map(({ ids, text, start, end }) => {
      const [only, ...more] = ids;
      const record =
        more.length === 0 ? knowledge.models.entries.find(({ id }) => id === only)?.value : undefined;
      return {
        reference: more.length === 0 ? keptName(text, only, knowledge.models) : text,
        name: record?.name ?? text,
        count: record?.kind === "stream" ? 1 : countOf(question, { start, end }),
        billions: record?.parametersBillions,
        start,
        end,
      };
    });
}

/** Models known by their size only: "a 175B model", "Foo-13B". */
function sizedModels(question: string, taken: readonly Span[]): (ModelMention & Span)[] {
  return [...question.matchAll(sizePattern)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (taken.some((other) => overlaps(other, span))) return [];
    const billions = Number(match.groups?.size);
    const name = match.groups?.maker ? match[0] : `${billions}B model`;
    return [
      {
        reference: { name, parametersBillions: billions },
        name,
        count: countOf(question, span),
        billions,
        ...span,
      },
    ];
  });
}

/** A loose name ("YOLO", "Thor") is handed on as it was typed, so that the tool states what it took it for. */
function keptName(
  text: string,
  id: string | undefined,
  catalog: { find(name: string): { assumption?: string } | undefined },
): string {
  return id === undefined || catalog.find(text)?.assumption ? text : id;
}

function boardIds(mentions: readonly Mention[], amounts: Amounts, knowledge: Knowledge): string[] {
  const ids = mentions
    .filter(({ kind }) => kind === "device")
    .flatMap((mention) => {
      const found = narrowed(mention, amounts, knowledge);
      return found.length === 1 ? [keptName(mention.text, found[0], knowledge.devices)] : found;
    });
  return [...new Set(ids)];
}

/** "Orin NX with 16 GB" says which of the two is meant. */
function narrowed({ ids }: Mention, { memoryGigabytes }: Amounts, knowledge: Knowledge): string[] {
  if (ids.length < 2 || memoryGigabytes === undefined) return ids;
  const sold = (id: string) => Math.round((knowledge.devices.get(id).entry.value.memory ?? 0) / 2 ** 30);
  const matching = ids.filter((id) => sold(id) === memoryGigabytes);
  return matching.length > 0 ? matching : ids;
}

/** A power mode is meant where the board has one of that name and the question speaks of a mode. */
function powerModeOf(question: string, boards: readonly string[], knowledge: Knowledge): string | undefined {
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
  const speaksOfMode = /\bmode\b|\bMAXN|\bin\s+\d+\s?W\b|\bat\s+\d+\s?W\b/i.test(question);
  return speaksOfMode ? named : undefined;
}

/** The question with boards blanked, so that the 8 GB of "Orin Nano 8GB" are nobody else's. */
function withoutBoards(question: string, mentions: readonly Mention[]): string {
  const boards = mentions.filter(({ kind }) => kind === "device");
  return boards.reduce(
    (text, { start, end }) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    question,
  );
}

/** A question is read this far, in characters; a pasted page says what it wants at its beginning. */
const longestQuestion = 2000;

/** Reads a question: names from the catalogues, quantities and intents from its words. */
export function readQuestion(text: string, knowledge: Knowledge): Reading {
  const question = text.slice(0, longestQuestion);
  const mentions = findMentions(question, knowledge);
  const amounts = readAmounts(withoutBoards(question, mentions));
  const boards = boardIds(mentions, amounts, knowledge);
  const named = namedModels(question, mentions, knowledge);
  const models = [...named, ...sizedModels(question, mentions)].sort((a, b) => a.start - b.start);
  const first = (kinds: readonly string[]) => mentions.find(({ kind }) => kinds.includes(kind));
  const format = first(["quantization"]) ?? first(["width"]);
  const runtime = first(["runtime"])?.ids[0];
  const powerMode = powerModeOf(question, boards, knowledge);
  const { watts, ...rest } = amounts;
  return {
    ...rest,
    ...(watts !== undefined && !powerMode && { watts }),
    ...readIntents(question),
    boards,
    models: models.map(({ reference, name, count, billions }) => ({ reference, name, count, billions })),
    ...(format && { quantization: format.kind === "width" ? format.text : (format.ids[0] ?? format.text) }),
    ...(runtime && { runtime }),
    ...(powerMode && { powerMode }),
  };
}
