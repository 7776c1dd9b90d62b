import type { Knowledge } from "../../knowledge/knowledge.ts";
import { findWidth } from "../../tools/placement/format.ts";
import type { WorkloadInput } from "../../tools/placement/workload.ts";
import { readAmounts } from "./amounts.ts";
import { readEngineSetting } from "./engine-words.ts";
import { type Span, wordsOf } from "./words.ts";

/** What one workload of a question is run with, as against the others. */
export type OwnSettings = Omit<WorkloadInput, "model">;

/** Settings in brackets, with their place in the question. */
export type Bracket = Span & { settings: OwnSettings };

type Reader = (words: string, knowledge: Knowledge) => OwnSettings | undefined;

const readFormat: Reader = (words, { quantizations }) => {
  const found = quantizations.find(words);
  if (found) return { quantization: found.entry.id };
  return findWidth(words) ? { quantization: words } : undefined;
};

const readRuntime: Reader = (words, { runtimes }) => {
  const found = runtimes.find(words);
  return found && { runtime: found.entry.id };
};

const readCacheType: Reader = (words, { cacheTypes }) => {
  const name = /^KV(?: cache)? in (\S+)$/i.exec(words)?.[1];
  const found = name === undefined ? undefined : cacheTypes.find(name);
  return found && { kvCacheType: found.entry.id };
};

const readImages: Reader = (words) => {
  const match = /^(no|\d+) images?(?: of (\d+)\s?[×x]\s?(\d+))?$/i.exec(words);
  if (!match) return undefined;
  const [, count = "", width, height] = match;
  const size = width && height ? { imageWidth: Number(width), imageHeight: Number(height) } : {};
  return { images: count.toLowerCase() === "no" ? 0 : Number(count), ...size };
};

const readLongestPrompt: Reader = (words) => {
  const tokens = /^prompts? of at most (\d[\d,]*) tokens$/i.exec(words)?.[1];
  return tokens === undefined ? undefined : { maxInputTokens: Number(tokens.replaceAll(",", "")) };
};

const readSpeculation: Reader = (words, { models }) => {
  const match =
    /^speculative decoding by ([\w.+-]+(?: [\w.+-]+)*?)(?: at (\d+(?:\.\d+)?) tokens a pass)?(?: drafted by (.+))?$/i.exec(
      words,
    );
  if (!match) return undefined;
  const [, method = "", accepted, draft] = match;
  return {
    speculativeDecoding: {
      method,
      ...(accepted && { acceptedTokensPerPass: Number(accepted) }),
      ...(draft && { draft: models.find(draft)?.entry.id ?? draft }),
    },
  };
};

const readInstances: Reader = (words) => {
  const count = /^(\d+) instances?$/i.exec(words)?.[1];
  return count === undefined ? undefined : { streams: Number(count) };
};

const amountNames = ["contextTokens", "concurrency", "images", "streams"] as const;

/** "8k context", "4 users": amounts in any words that a question may have for them. */
const readAmount: Reader = (words) => {
  const { contextTokens, concurrency, images, streams, ...others } = readAmounts(words);
  const read = { contextTokens, concurrency, images, streams };
  const stated = amountNames.filter((name) => read[name] !== undefined);
  const [name] = stated;
  if (!name || stated.length > 1 || Object.keys(others).length > 0) return undefined;
  return { [name]: read[name] };
};

const readers: readonly Reader[] = [
  readFormat,
  readRuntime,
  readCacheType,
  readImages,
  readInstances,
  readLongestPrompt,
  readSpeculation,
  readEngineSetting,
  readAmount,
];

/** The settings that a list names; undefined where it says anything else. */
function readList(text: string, knowledge: Knowledge): OwnSettings | undefined {
  const items = text.split(/[,;]\s+/).map((item) => item.trim());
  const read = items.map((item) => readers.map((reader) => reader(item, knowledge)).find((found) => found));
  const understood = read.filter((settings) => settings !== undefined);
  return understood.length === items.length ? Object.assign({}, ...understood) : undefined;
}

/** Names are not longer than this, in characters and in words. */
const longestName = { characters: 80, words: 8 } as const;
/** Also a model that is known by its size only. */
const sized = /\d\s?(?:B|billion)(?:\s+models?)?\s*$/i;

/** True where the text ends with the name of a model. */
function endsWithModel(text: string, { models }: Knowledge): boolean {
  if (sized.test(text)) return true;
  const words = wordsOf(text).slice(-longestName.words);
  return words.some(({ start }) => {
    const name = text.slice(start).trimEnd();
    return models.find(name) !== undefined || models.findFamily(name).length > 0;
  });
}

/** "Qwen3-8B (Q4_K_M, vLLM, 8k context)": settings in brackets behind a model are those of that model alone. */
export function findBrackets(question: string, knowledge: Knowledge): Bracket[] {
  return [...question.matchAll(/\(([^()]+)\)/g)].flatMap((match) => {
    const start = match.index;
    const settings = readList(match[1] ?? "", knowledge);
    const isBehindModel =
      settings &&
      endsWithModel(question.slice(Math.max(0, start - longestName.characters), start), knowledge);
    return isBehindModel ? [{ settings, start, end: start + match[0].length }] : [];
  });
}

/** The settings in the bracket that stands directly behind a place. */
export function settingsBehind(
  question: string,
  { end }: Span,
  brackets: readonly Bracket[],
): OwnSettings | undefined {
  const isNext = ({ start }: Bracket) =>
    start >= end && /^(?:\s+models?)?\s*$/i.test(question.slice(end, start));
  return brackets.find(isNext)?.settings;
}
