import { AppError } from "../knowledge/errors.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { fold } from "../server/check/fold.ts";
import { type Names, namesOf } from "../server/check/names.ts";

/** Another wording of a question that means the same; undefined where the rule has nothing to change. */
type Rule = (question: string, records: Records) => string | undefined;

type Records = { knowledge: Knowledge; names: Names };

/** Other frames for the same question: what comes first is looked for first. */
const frames: readonly (readonly [RegExp, string])[] = [
  [/^Can I run (.+) on (.+)\?$/i, "Will $1 work on $2?"],
  [/^Can (.+) run (.+)\?$/i, "Is it possible to run $2 on $1?"],
  [/^Does (.+) fit (?:on|in|into) (.+)\?$/i, "Is there enough memory for $1 on $2?"],
  [/^Do (.+) fit (?:on|in|into) (.+)\?$/i, "Is there enough memory for $1 on $2?"],
  [/^Does (.+) run on (.+)\?$/i, "Can I use $1 on $2?"],
  [/^How fast (?:is|does|will) (.+?)(?: run| be)? on (.+)\?$/i, "What speed can I expect from $1 on $2?"],
  [/^Which board (?:do I need )?for (.+)\?$/i, "I need a board for $1. Which one?"],
  [/^Which Jetson (?:do I need )?for (.+)\?$/i, "I need a Jetson for $1. Which one?"],
  [/^What is the cheapest (.+)\?$/i, "I am looking for the cheapest $1. What do you suggest?"],
  [/^Is (.+) true\?$/i, "Somebody told me $1. Is that true?"],
  [/^What would make (.+) fit (?:on|in|into) (.+)\?$/i, "What do I have to change so that $1 fits on $2?"],
];

function reframe(question: string): string | undefined {
  const frame = frames.find(([pattern]) => pattern.test(question));
  return frame && question.replace(frame[0], frame[1]);
}

/** Each name as another that the same record has. */
function rename(question: string, { knowledge, names }: Records): string | undefined {
  const { devices, models } = knowledge;
  const mentions = names.find(fold(question));
  const renamed = mentions.reduceRight((text, { kind, ids, start, end }) => {
    const [id, ...more] = ids;
    if (kind === "other" || id === undefined || more.length > 0) return text;
    const catalog = kind === "board" ? devices : models;
    const written = text.slice(start, end);
    const { name, aliases } = catalog.get(id).entry.value;
    const other = [...aliases, name].find(
      (alias) => alias.toLowerCase() !== written.toLowerCase() && catalog.find(alias)?.entry.id === id,
    );
    return other === undefined ? text : text.slice(0, start) + other + text.slice(end);
  }, question);
  return renamed === question ? undefined : renamed;
}

const rules: Readonly<Record<string, Rule>> = {
  polite: (question) => `Hi there, a quick question: ${question} Many thanks in advance!`,
  lowercase: (question) => (question === question.toLowerCase() ? undefined : question.toLowerCase()),
  uppercase: (question) => (question === question.toUpperCase() ? undefined : question.toUpperCase()),
  unpunctuated: (question) => (/[?.!]$/.test(question) ? question.replace(/[?.!]+$/, "") : undefined),
  padded: (question) =>
    `We are a small robotics lab and our old computer has to go. My colleague asked me to find out: ${question}`,
  reframed: reframe,
  renamed: rename,
};

/** The names of the rules. */
export const wordings: readonly string[] = Object.keys(rules);

/** A question in another wording; a rule that does not apply to it is a mistake of the case. */
function reword(question: string, wording: string, records: Records): string {
  const rule = Object.hasOwn(rules, wording) ? rules[wording] : undefined;
  if (!rule)
    throw new AppError(
      "invalid-record",
      `Cannot reword: there is no wording "${wording}", only ${wordings.join(", ")}.`,
    );
  const reworded = rule(question, records);
  if (reworded !== undefined) return reworded;
  throw new AppError(
    "invalid-record",
    `Cannot reword "${question}" as ${wording}: that changes nothing in it.`,
  );
}

/** Rewords questions as {@link wordings} name it. All names on record are laid out once, which takes a while. */
export function createParaphraser(knowledge: Knowledge): (question: string, wording: string) => string {
  const records = { knowledge, names: namesOf(knowledge) };
  return (question, wording) => reword(question, wording, records);
}
