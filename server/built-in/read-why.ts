import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Figure, readFigure } from "./figure.ts";
import { findMentions } from "./mentions.ts";
import type { Turn } from "./turn.ts";

/** What a turn wants explained of the answer before it: a number, a verdict, or what decided it. */
export type Why = {
  figure?: Figure;
  /** Words that say which number is meant ("the KV cache"). */
  words: string;
  /** Id of the fact, where the turn gives it ("1.headroom"). */
  fact?: string;
  /** A verdict is to be explained. */
  verdict: boolean;
};

const openings =
  /^\W*(?:(?:and|but|so|ok(?:ay)?|hm+|wait|sorry|please)\W+)*(?:why|how\s+come|where\s+(?:does|do|did|is|are)\b.*\b(?:from|come)|how\s+(?:did|do)\s+you\s+(?:get|compute|calculate|know|arrive|come|work)|how\s+(?:is|was|are|were)\b.*\b(?:computed|calculated|derived|determined|worked\s+out|obtained)|(?:which|what)\s+(?:source|document|record)s?\b|what(?:'s|\s+is)\s+(?:the|your)\s+(?:source|formula|basis|derivation|reason)|what\s+is\b.*\bbased\s+on|source\s*\?|sources\s*\?|says\s+who|show\s+(?:me\s+)?(?:the|your)\s+(?:math|maths|arithmetic|formula|derivation|working|sources?)|explain\s+(?:the|that|this|it|where|how|why|your)\b|what\s+makes\s+it)/i;

/** "Which source" is of a number; "why is Orin slow" or "why should I" of a document. */
const verdictWords =
  /\b(?:fits?|tight|unsupported|run|runs|work|works|too\s+(?:slow|big|large)|possible|impossible)\b/i;
const factId = /\b(\d+\.[a-z][\w.-]*)\b/;

function blanked(text: string, knowledge: Knowledge): string {
  return findMentions(text, knowledge).reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );
}

/** Reads a turn that wants something explained; undefined for any other. */
export function readWhy(text: string, knowledge: Knowledge): Why | undefined {
  if (!openings.test(text)) return undefined;
  const fact = factId.exec(text)?.[1];
  const plain = blanked(text, knowledge)
    .replace(factId, " ")
    .replace(/\b(?:the|that)\s+\d+\s?(?:GB|GiB)\s+(?:one|board|version|model|module)\b/gi, " ");
  const figure = fact ? undefined : readFigure(plain);
  return {
    ...(figure && { figure }),
    ...(fact && { fact }),
    words: plain,
    verdict: verdictWords.test(plain) && !figure,
  };
}

const that =
  /^\W*(?:how\s+(?:did|do)\s+you|where\s+(?:does|did)|explain|which\s+source|what\s+is)\b.*\b(?:that|this|it)\b/i;

/** "How did you get that?" is of the number that the turn before asked about. */
export function readWhyAfter(text: string, history: readonly Turn[], knowledge: Knowledge): Why | undefined {
  const why = readWhy(text, knowledge);
  if (!why || why.figure || why.fact || why.verdict || !that.test(text)) return why;
  const last = history.findLast(({ role }) => role === "user");
  const before = last && readWhy(last.text, knowledge);
  return before?.figure || before?.fact ? before : why;
}
