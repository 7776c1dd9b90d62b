import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Circumstance, Symptom } from "../../knowledge/trouble-schema.ts";
import { findMentions } from "./mentions.ts";
import {
  circumstanceWords,
  killedWords,
  slowWords,
  streamWords,
  symptomWords,
  videoWords,
} from "./trouble-words.ts";
import type { Span } from "./words.ts";

/** Trouble that a question reports, with what it says of the case. */
export type ReadTrouble = {
  symptoms: Symptom[];
  circumstances: Circumstance[];
  /** The engine it happens in, by id: of several named, the one nearest to what goes wrong. */
  runtime?: string;
  /** The boards of the first name of one in the question, by id: another is where it works. */
  boards: string[];
  /** JetPack or L4T as typed. */
  release?: string;
  /** The speed that is had, in tok/s. */
  tokensPerSecond?: number;
};

/** A report is read this far, in characters: a pasted log repeats itself. */
const longestReport = 2000;

type Found = Span & { symptom: Symptom };

/** A sentence that opens so asks what may be, and reports nothing … */
const asking =
  /^\W*(?:and\s+|but\s+|so\s+)?(?:can|could|does|do|should|would|will|which|what|is|are|how\s+(?:fast|much|many|large|big|well|slow))\b/i;
/** … unless it wonders at what happened. */
const wondering =
  /\b(?:normal|expected|why|although|even\s+though|anyone|somebody|end-to-end|which\s+p(?:recision|ower))\b/i;
const hypothetical = /\b(?:will|would|might|could|may|should|to|if)\s+(?:\w+\s+){0,3}$/i;

/** The sentence round a place. */
function sentenceAt(text: string, at: number): Span {
  const before = text.slice(0, at);
  const start = Math.max(...[...before.matchAll(/[.?!;]\s+/g)].map((m) => m.index + m[0].length), 0);
  const end = /[.?!;](?:\s|$)/.exec(text.slice(at));
  return { start, end: end ? at + end.index + 1 : text.length };
}

/** True where the words report what happened, and do not ask what may happen. */
function isReport(text: string, { start, end }: Span): boolean {
  const sentence = sentenceAt(text, start);
  const words = text.slice(sentence.start, Math.max(sentence.end, end));
  if (asking.test(words) && !wondering.test(words))
    return /\b(?:but|yet|although)\b/i.test(text.slice(sentence.start, start));
  return !hypothetical.test(text.slice(sentence.start, start));
}

function matchOf(text: string, words: RegExp): Span | undefined {
  const match = words.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** An end of the process, at the load unless a later one is told. */
function findKilled(text: string, found: readonly Found[]): Found[] {
  const span = matchOf(text, killedWords);
  if (!span || !isReport(text, span)) return [];
  const isTold = found.some(
    ({ symptom, start }) =>
      (symptom === "killed-later" && !/\bload/i.test(text)) ||
      (symptom === "allocation-fails" && start <= span.end),
  );
  return isTold ? [] : [{ symptom: "killed-loading", ...span }];
}

function findSlow(text: string): Found[] {
  if (streamWords.test(text)) return [];
  for (const words of slowWords) {
    const span = matchOf(text, words);
    if (!span || !isReport(text, span)) continue;
    return [{ symptom: videoWords.test(text) ? "slow-video" : "slower-than-published", ...span }];
  }
  return [];
}

function findSymptoms(text: string): Found[] {
  const told = symptomWords.flatMap(({ symptom, words, asks }): Found[] => {
    const span = matchOf(text, words);
    return span && (asks || isReport(text, span)) ? [{ symptom, ...span }] : [];
  });
  const all = [...told, ...findKilled(text, told), ...findSlow(text)];
  return all.sort((a, b) => a.start - b.start);
}

function distance(one: Span, other: Span): number {
  return Math.max(0, one.start - other.end, other.start - one.end);
}

const releaseWords = /\b(?:JetPack|JP)\s?\d(?:\.\d+)*|\bL4T\s?R?3\d(?:\.\d+)*|\bR3\d(?:\.\d+)*\b/i;
const impliedRuntimes: readonly (readonly [RegExp, string])[] = [
  [/\bjetson-copilot\b/i, "ollama"],
  [/\bgguf\b|\bllama-server\b/i, "llama-cpp"],
  [/\bgpu-memory-utili[sz]ation\b/i, "vllm"],
];
const speedWords = [
  /\b(\d[\d.]*)\s*(?:tok\w*\/s\w*|tokens?\s+(?:per|a)\s+second|t\/s)?\s*(?:vs\.?|versus|instead\s+of|rather\s+than)\s*(?:the\s+|about\s+)?\d[\d.]*\s*(?:tok\w*\/s|tokens?\s+(?:per|a)\s+second|t\/s)/i,
  /\bI\s+get\s+(?:only\s+)?(\d[\d.]*)\b(?!\s*(?:FPS|ms|GB))/i,
  /(?<![\w.])(\d[\d.]*)\s*(?:tok\w*\/s|tokens?\s+(?:per|a)\s+second|t\/s)/i,
];

/** The speed that is had; of "42.8 tok/s … I get 32.6" the latter. */
function readSpeed(text: string): number | undefined {
  if (!/\btok\w*\/s|\btokens?\s+(?:per|a)\s+second|\bt\/s/i.test(text)) return undefined;
  const amount = speedWords.map((words) => words.exec(text)?.[1]).find((found) => found !== undefined);
  return amount === undefined ? undefined : Number.parseFloat(amount);
}

function readRuntime(text: string, found: readonly Found[], knowledge: Knowledge): string | undefined {
  const named = findMentions(text, knowledge).filter(({ kind }) => kind === "runtime");
  const near = (span: Span) => Math.min(...found.map((each) => distance(each, span)));
  const [nearest] = named.sort((a, b) => near(a) - near(b));
  return nearest?.ids[0] ?? impliedRuntimes.find(([words]) => words.test(text))?.[1];
}

/** JetPack or Jetson Linux as typed. */
export function readRelease(text: string): string | undefined {
  return releaseWords.exec(text)?.[0];
}

/** What a text mentions beside a symptom. */
export function readCircumstances(text: string): Circumstance[] {
  return circumstanceWords.flatMap(([name, words]) => (words.test(text) ? [name] : []));
}

/** Reads the trouble that a question reports; undefined where it reports none. */
export function readTrouble(question: string, knowledge: Knowledge): ReadTrouble | undefined {
  const text = question.slice(0, longestReport);
  const found = findSymptoms(text);
  if (found.length === 0) return undefined;
  const runtime = readRuntime(text, found, knowledge);
  const release = readRelease(text);
  const board = findMentions(text, knowledge).find(({ kind }) => kind === "device");
  const tokensPerSecond = readSpeed(text);
  return {
    symptoms: [...new Set(found.map(({ symptom }) => symptom))],
    circumstances: readCircumstances(text),
    boards: board?.ids ?? [],
    ...(runtime && { runtime }),
    ...(release && { release }),
    ...(tokensPerSecond && { tokensPerSecond }),
  };
}
