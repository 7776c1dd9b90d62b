import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatCount } from "../../knowledge/units.ts";
import {
  defaultCacheType,
  type Placed,
  toPlaced,
  type WorkloadInput,
} from "../../tools/placement/workload.ts";
import { writeEngineSettings } from "./engine-words.ts";
import { findMentions } from "./mentions.ts";
import { readModels } from "./read-models.ts";

/** "1 stream", "4 streams"; without commas, which part the settings. */
function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function speculationWords({ speculativeDecoding }: WorkloadInput, knowledge: Knowledge): string[] {
  if (!speculativeDecoding) return [];
  const { method, acceptedTokensPerPass, draft } = speculativeDecoding;
  const isPlain = /^[\w.+-]+(?: [\w.+-]+)*$/.test(method) && !/\b(?:at \d|drafted by)/i.test(method);
  if (!isPlain || typeof draft === "object")
    throw new AppError(
      "invalid-input",
      `Cannot put speculative decoding by "${method}" in words: give its method in plain words and its draft by a name on record.`,
    );
  const accepted = acceptedTokensPerPass === undefined ? "" : ` at ${acceptedTokensPerPass} tokens a pass`;
  const drafted = draft === undefined ? "" : ` drafted by ${knowledge.models.get(draft).entry.value.name}`;
  return [`speculative decoding by ${method}${accepted}${drafted}`];
}

/** A picture as cameras give it; only others are said where there is none. */
const [usualWidth, usualHeight] = [1280, 720];

function imageWords({ images, imageWidth, imageHeight }: WorkloadInput): string[] {
  if (images === undefined) return [];
  const isUsual = imageWidth === usualWidth && imageHeight === usualHeight;
  if (images === 0 && isUsual) return ["no images"];
  return [`${counted(images, "image")} of ${imageWidth}×${imageHeight}`];
}

/** Settings that a question asks for, and so leaves out. */
export type Asked = "contextTokens" | "streams";

function languageWords(placed: Placed, asked: Asked | undefined, knowledge: Knowledge): string[] {
  const { quantization, runtime, cacheType, concurrency, resolved } = placed;
  const { contextTokens, maxInputTokens } = resolved;
  return [
    quantization.value.name,
    runtime.value.name,
    ...(contextTokens && asked !== "contextTokens"
      ? [`${formatCount(contextTokens)} tokens of context`]
      : []),
    ...(concurrency > 1 ? [counted(concurrency, "sequence")] : []),
    ...(cacheType.id === defaultCacheType ? [] : [`KV cache in ${cacheType.value.name}`]),
    ...imageWords(resolved),
    ...(maxInputTokens ? [`prompts of at most ${formatCount(maxInputTokens)} tokens`] : []),
    ...speculationWords(resolved, knowledge),
    ...writeEngineSettings(placed.settings),
  ];
}

/** Streams and processes have a format and an engine by name only, so that the usual ones are not said. */
function otherWords(
  { subject, quantization, runtime, streams }: Placed,
  asked: Asked | undefined,
  knowledge: Knowledge,
): string[] {
  const { kind } = subject.record;
  const isNominal = kind === "stream" || kind === "process";
  const usual = isNominal && subject.id ? toPlaced({ model: subject.id }, knowledge) : undefined;
  const isUsual = usual?.quantization.id === quantization.id && usual.runtime.id === runtime.id;
  return [
    ...(isUsual ? [] : [quantization.value.name, runtime.value.name]),
    ...(asked !== "streams" && (isNominal || kind === "detector" || streams > 1)
      ? [counted(streams, kind === "process" ? "instance" : "stream")]
      : []),
  ];
}

/** What can be said of a model described on the spot: its size, and its name where that holds the size. */
const sayable = new Set(["name", "kind", "parametersBillions"]);

function describedName({ subject, language }: Placed, knowledge: Knowledge): string {
  const { reference, name } = subject;
  const billions = language?.kind === "llm" ? language.parametersBillions : undefined;
  const isSayable = typeof reference === "object" && Object.keys(reference).every((key) => sayable.has(key));
  const isRead = (words: string) => {
    const [read, ...more] = readModels(words, findMentions(words, knowledge), [], knowledge);
    return more.length === 0 && typeof read?.reference === "object" && read.billions === billions;
  };
  const size = `${billions}B model`;
  if (isSayable && billions && name !== size && isRead(name)) return name;
  if (isSayable && billions) return size;
  throw new AppError(
    "invalid-input",
    `Cannot put "${name}" in words: a model described on the spot can be asked about by its parameters alone; call memory-fit with the rest of it.`,
  );
}

/** Three or more are a list: "A next to B and C". */
function listed(words: readonly string[]): string {
  const [first = "", ...others] = words;
  const last = others.at(-1);
  if (last === undefined) return first;
  return `${first} next to ${[...(others.length > 1 ? [others.slice(0, -1).join(", ")] : []), last].join(" and ")}`;
}

/** More of one thing than this are written one by one, since a number that large is not read as their count. */
const mostCopies = 8;

/** Neighbours that are the same in every respect, as "2 × …". */
function grouped(words: readonly string[]): string[] {
  const groups: { word: string; count: number }[] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last?.word === word && last.count < mostCopies) last.count++;
    else groups.push({ word, count: 1 });
  }
  return groups.map(({ word, count }) => (count > 1 ? `${count} × ${word}` : withSizeArticle(word)));
}

/** "a 70B model", "an 8B model"; names have none. */
function withSizeArticle(word: string): string {
  if (!/^\d[\d.]*B model /.test(word)) return word;
  return `${/^(?:8|1[18]B)/.test(word) ? "an" : "a"} ${word}`;
}

/**
 * Each workload by its name, with what it is run with in brackets; the reader takes that back for the same. What is
 * asked for is left out.
 */
export function phraseWorkloads(workloads: readonly Placed[], knowledge: Knowledge, asked?: Asked): string {
  const words = workloads.map((placed) => {
    const { subject, language } = placed;
    const name = subject.id === null ? describedName(placed, knowledge) : subject.name;
    const settings = (language ? languageWords : otherWords)(placed, asked, knowledge);
    return settings.length > 0 ? `${name} (${settings.join(", ")})` : name;
  });
  return listed(grouped(words));
}
