import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Reference } from "../../tools/placement/subject.ts";
import { type Amounts, readAmounts } from "./amounts.ts";
import { type Intents, readIntents } from "./intents.ts";
import { findMentions, type Mention, type MentionKind } from "./mentions.ts";
import { withoutPremise } from "./premise-clause.ts";
import { readRelease } from "./read-release.ts";
import { boardIds, keptName, powerModeOf, withoutBoards } from "./reading-boards.ts";
import { readWishes, type Wishes } from "./wishes.ts";
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
  Intents &
  Wishes & {
    /** The boards meant, by id or as typed; a family name stands for each of its sizes. */
    boards: readonly string[];
    models: ModelMention[];
    /** The formats named, in their order, or widths in bits where no format is. */
    quantizations: readonly string[];
    /** The engines named, in their order. */
    runtimes: readonly string[];
    powerMode?: string;
    kvCacheType?: string;
    /** The release of Jetson Linux, by number or JetPack. */
    release?: string;
  };

const sizePattern =
  /(?<![\w.])(?:(?<maker>[A-Za-z][\w.]*(?:-[\w.]+)*)-)?(?<size>\d+(?:\.\d+)?)[\s-]?(?:B|billion)\b(?![\s-]*activ)(?:[\s-]*parameters?)?/gi;
/** "q8_0 KV", "KV cache in fp8": a type of cache, not of weights. */
const cachePattern =
  /\b(q[458]_[01]|fp8|f16|bf16)\s*kv\b(?:[\s-]*cache)?|\bkv(?:[\s-]*cache)?\s*(?:in|type|as|=|:)?\s*(q[458]_[01]|fp8|f16|bf16)\b/i;
/** "INT8 TOPS" says what a board computes, not in which width a model is to run. */
const peak = /^\s*(?:sparse\s+|dense\s+)?(?:TOPS|TFLOPS|TFLOPs)\b/i;
const countBefore = /(?<![\w.-])(\d+|two|three|four|five|six)\s*(?:[x×]\s*|(?:instances?|copies)\s+of\s+)?$/i;

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

/** A model that a question names again is the same model; the larger count holds. */
function eachOnce(models: readonly ModelMention[]): ModelMention[] {
  const byName = new Map<string, ModelMention>();
  for (const model of models) {
    const known = byName.get(model.name);
    byName.set(model.name, known && known.count >= model.count ? known : model);
  }
  return [...byName.values()];
}

/** The cameras of a detector are its streams, not a workload of their own. */
function withoutCameras(models: readonly ModelMention[], knowledge: Knowledge): ModelMention[] {
  const kindOf = ({ reference }: ModelMention) =>
    typeof reference === "string" ? knowledge.models.find(reference)?.entry.value.kind : undefined;
  const hasDetector = models.some((model) => kindOf(model) === "detector");
  return models.filter((model) => !hasDetector || kindOf(model) !== "stream");
}

/** A question is read this far, in characters; a pasted page says what it wants at its beginning. */
const longestQuestion = 2000;

/** Reads a question: names from the catalogues, quantities and intents from its words. */
export function readQuestion(text: string, knowledge: Knowledge): Reading {
  const cache = cachePattern.exec(text.slice(0, longestQuestion));
  const question = text.slice(0, longestQuestion).replace(cachePattern, (match) => " ".repeat(match.length));
  const mentions = findMentions(question, knowledge);
  const amounts = readAmounts(withoutBoards(question, mentions));
  const boards = boardIds(mentions, amounts, knowledge);
  const every = [...namedModels(question, mentions, knowledge), ...sizedModels(question, mentions)];
  const models = withoutPremise(
    question,
    every.sort((a, b) => a.start - b.start),
  );
  const named = (wanted: MentionKind) => mentions.filter(({ kind }) => kind === wanted);
  const isPeak = ({ end }: Span) => peak.test(question.slice(end));
  const ofWeights = (wanted: MentionKind) => named(wanted).filter((mention) => !isPeak(mention));
  const formats = ofWeights("quantization").map(({ ids, text }) => ids[0] ?? text);
  const widths = ofWeights("width").map((mention) => mention.text);
  const runtimes = named("runtime").flatMap(({ ids }) => ids.slice(0, 1));
  const intents = readIntents(question);
  const engine = intents.engine || (!intents.boardNamed && new Set(runtimes).size > (intents.use ? 0 : 1));
  const powerMode = powerModeOf(question, boards, knowledge);
  const release = readRelease(question, knowledge);
  const { watts, ...rest } = amounts;
  return {
    ...rest,
    ...(watts !== undefined && !powerMode && { watts }),
    ...intents,
    ...readWishes(question),
    engine,
    board: intents.board && !engine,
    boards,
    runtimes: [...new Set(runtimes)],
    quantizations: [...new Set(formats.length > 0 ? formats : widths)],
    models: eachOnce(withoutCameras(models, knowledge)).map(({ reference, name, count, billions }) => ({
      reference,
      name,
      count,
      billions,
    })),
    ...(powerMode && { powerMode }),
    ...(release && { release }),
    ...(cache && { kvCacheType: (cache[1] ?? cache[2] ?? "").toLowerCase() }),
  };
}
