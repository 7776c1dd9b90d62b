import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Amounts, readAmounts } from "./amounts.ts";
import { type Intents, readIntents } from "./intents.ts";
import { liftSettings } from "./lift-settings.ts";
import { findMentions, type MentionKind } from "./mentions.ts";
import { findBrackets } from "./own-settings.ts";
import { type ModelMention, readModels } from "./read-models.ts";
import { readRelease } from "./read-release.ts";
import { boardIds, boardsOfSize, flashedFor, powerModeOf, withoutBoards } from "./reading-boards.ts";
import { readWishes, type Wishes } from "./wishes.ts";
import { blanked, type Span } from "./words.ts";

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

/** "q8_0 KV", "KV cache in fp8": a type of cache, not of weights. */
const cachePattern =
  /\b(q[458](?:_[01])?|fp8|f16|bf16)\s*kv\b(?:[\s-]*cache)?|\bkv(?:[\s-]*cache)?\s*(?:in|type|as|=|:)?\s*(q[458](?:_[01])?|fp8|f16|bf16)\b/i;
/** "q8" of a cache is q8_0. */
const cacheType = (typed: string) => typed.toLowerCase().replace(/^(q[458])$/, "$1_0");
/** "INT8 TOPS" says what a board computes, not in which width a model is to run. */
const peak = /^\s*(?:sparse\s+|dense\s+)?(?:TOPS|TFLOPS|TFLOPs)\b/i;
/** A question is read this far, in characters; a pasted page says what it wants at its beginning. */
export const longestQuestion = 2000;

/** Reads a question: names from the catalogues, quantities and intents from its words. */
export function readQuestion(text: string, knowledge: Knowledge): Reading {
  const brackets = findBrackets(text.slice(0, longestQuestion), knowledge);
  const shared = blanked(text.slice(0, longestQuestion), brackets);
  const cache = cachePattern.exec(shared);
  const question = shared.replace(cachePattern, (match) => " ".repeat(match.length));
  const mentions = findMentions(question, knowledge);
  const amounts = readAmounts(withoutBoards(question, mentions));
  const models = readModels(question, mentions, brackets, knowledge);
  const named = boardIds(mentions, amounts, knowledge);
  // The size of a board alone names boards where a model is to run on them.
  const sized = named.length === 0 && models.length > 0 ? boardsOfSize(question, knowledge) : named;
  const boards = flashedFor(question, sized, knowledge);
  const mentioned = (wanted: MentionKind) => mentions.filter(({ kind }) => kind === wanted);
  const isPeak = ({ end }: Span) => peak.test(question.slice(end));
  const ofWeights = (wanted: MentionKind) => mentioned(wanted).filter((mention) => !isPeak(mention));
  const formats = ofWeights("quantization").map(({ ids, text }) => ids[0] ?? text);
  const widths = ofWeights("width").map((mention) => mention.text);
  const runtimes = mentioned("runtime").flatMap(({ ids }) => ids.slice(0, 1));
  const intents = readIntents(question);
  const engine = intents.engine || (!intents.boardNamed && new Set(runtimes).size > (intents.use ? 0 : 1));
  const powerMode = powerModeOf(question, boards, knowledge);
  const release = readRelease(question, knowledge);
  const { watts, ...rest } = amounts;
  const reading = {
    ...rest,
    ...(watts !== undefined && !powerMode && { watts }),
    ...intents,
    ...readWishes(question),
    engine,
    board: intents.board && !engine,
    boards,
    runtimes: [...new Set(runtimes)],
    quantizations: [...new Set(formats.length > 0 ? formats : widths)],
    models,
    ...(powerMode && { powerMode }),
    ...(release && { release }),
    ...(cache && { kvCacheType: cacheType(cache[1] ?? cache[2] ?? "") }),
  };
  return liftSettings(reading, knowledge);
}
