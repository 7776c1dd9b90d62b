import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Reference } from "../../tools/placement/subject.ts";
import type { Mention } from "./mentions.ts";
import { type Bracket, type OwnSettings, settingsBehind } from "./own-settings.ts";
import { withoutPremise } from "./premise-clause.ts";
import { keptName } from "./reading-boards.ts";
import { overlaps, parseCount, type Span } from "./words.ts";

/** A model the question names or sizes, and how many of it. */
export type ModelMention = {
  reference: Reference;
  name: string;
  count: number;
  billions: number | undefined;
  /** What stands in brackets behind it, and holds for it alone. */
  own?: OwnSettings;
};

const sizePattern =
  /(?<![\w.])(?:(?<family>(?:llama|qwen|gemma|phi|yi|falcon|granite|olmo|vicuna|deepseek)\s\d(?:\.\d)?)\s)?(?:(?<maker>[A-Za-z][\w.]*(?:-[\w.]+)*)-)?(?=\d)(?<!\bactiv\w*\s+(?:parameters\s+)?(?:of\s+)?)(?<size>\d+(?:\.\d+)?)[\s-]?(?:B|billion)\b(?![\s-]*activ)(?:[\s-]*parameters?)?/gi;
const countBefore = /(?<![\w.-])(\d+|two|three|four|five|six)\s*(?:[x×]\s*|(?:instances?|copies)\s+of\s+)?$/i;

/** Copies that are counted: a bare number may be something else, and a plan takes no more than so many parts. */
const mostCopies = { bare: 8, named: 32 } as const;

/** "Llama 2 7B", "Gemma 3 4B": the number behind a family's name is its version, and counts nothing. */
const version =
  /\b(?:llama|qwen|gemma|phi|mistral|mixtral|deepseek|yi|falcon|granite|olmo|internvl|smollm|nemotron|ministral|vicuna|llava)[\s-]*$/i;

function countOf(question: string, { start }: Span): number {
  const match = countBefore.exec(question.slice(0, start));
  const text = match && version.test(question.slice(0, match.index)) ? undefined : match?.[1];
  const count = text === undefined ? undefined : parseCount(text);
  const most = match && /[x×]|instance|cop(?:y|ies)/i.test(match[0]) ? mostCopies.named : mostCopies.bare;
  return count !== undefined && count <= most ? count : 1;
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

const activePatterns = [
  /(?<![\w.])(\d+(?:\.\d+)?)\s?(?:B|billion)\s+(?:parameters\s+)?activ/i,
  /\bactiv\w*\s+(?:parameters\s+)?(?:of\s+)?(\d+(?:\.\d+)?)\s?(?:B|billion)\b/i,
  /(?<![\w.])A(\d+(?:\.\d+)?)B\b/i,
];

/** Of a mixture of experts the billions that a token passes through; undefined where its own words say none. */
function activeBillions(words: string, billions: number): number | undefined {
  const text = activePatterns.map((pattern) => pattern.exec(words)?.[1]).find((found) => found !== undefined);
  return text !== undefined && Number(text) < billions ? Number(text) : undefined;
}

/** What is said of a model: up to the next one, and of the first also what stands before it. */
function wordsOf(question: string, { start }: Span, models: readonly Span[]): string {
  const isFirst = models.every((other) => other.start >= start);
  const end = Math.min(...models.filter((other) => other.start > start).map((other) => other.start));
  return question.slice(isFirst ? 0 : start, Number.isFinite(end) ? end : undefined);
}

/** Models known by their size only: "a 175B model", "Foo-13B". */
function sizedModels(question: string, mentions: readonly Mention[]): (ModelMention & Span)[] {
  const found = [...question.matchAll(sizePattern)]
    .map((match) => ({ match, start: match.index, end: match.index + match[0].length }))
    .filter((size) => !mentions.some((mention) => overlaps(mention, size)));
  const models = [...mentions.filter(({ kind }) => kind === "model"), ...found];
  return found.map(({ match, ...span }) => {
    const billions = Number(match.groups?.size);
    const { family, maker } = match.groups ?? {};
    const active = activeBillions(wordsOf(question, span, models), billions);
    const name = maker || family ? match[0] : `${billions}B model`;
    return {
      reference: {
        name,
        parametersBillions: billions,
        ...(active !== undefined && { activeBillions: active }),
      },
      name,
      count: countOf(question, span),
      billions,
      ...span,
    };
  });
}

/** A model that a question names again is the same model, unless it has settings of its own; the larger count holds. */
function eachOnce(models: readonly ModelMention[]): ModelMention[] {
  const once: ModelMention[] = [];
  for (const model of models) {
    const at = once.findIndex(({ name, own }) => name === model.name && !own && !model.own);
    const known = once[at];
    if (!known) once.push(model);
    else if (known.count < model.count) once[at] = model;
  }
  return once;
}

/** Each model with the settings in the bracket behind it. */
function withOwn<T extends ModelMention & Span>(
  question: string,
  models: readonly T[],
  brackets: readonly Bracket[],
): T[] {
  return models.map((model) => {
    const own = settingsBehind(question, model, brackets);
    return own ? { ...model, own, count: countOf(question, model) } : model;
  });
}

/** The cameras of a detector are its streams, not a workload of their own. */
function withoutCameras(models: readonly ModelMention[], knowledge: Knowledge): ModelMention[] {
  const kindOf = ({ reference }: ModelMention) =>
    typeof reference === "string" ? knowledge.models.find(reference)?.entry.value.kind : undefined;
  const hasDetector = models.some((model) => kindOf(model) === "detector");
  return models.filter((model) => !hasDetector || model.own || kindOf(model) !== "stream");
}

/** The models that a question asks about, by name or by size, with the settings that are theirs alone. */
export function readModels(
  question: string,
  mentions: readonly Mention[],
  brackets: readonly Bracket[],
  knowledge: Knowledge,
): ModelMention[] {
  const every = [...namedModels(question, mentions, knowledge), ...sizedModels(question, mentions)];
  const models = withoutPremise(
    question,
    withOwn(question, every, brackets).sort((a, b) => a.start - b.start),
  );
  return eachOnce(withoutCameras(models, knowledge)).map(({ reference, name, count, billions, own }) => ({
    ...{ reference, name, count, billions },
    ...(own && { own }),
  }));
}
