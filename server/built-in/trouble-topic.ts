import type { Knowledge } from "../../knowledge/knowledge.ts";
import { asksSomething } from "./asks.ts";
import { type ReadTrouble, readCircumstances, readRelease, readTrouble } from "./read-trouble.ts";
import { readWhy } from "./read-why.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { isSmallTalk } from "./small-talk.ts";
import type { Turn } from "./turn.ts";

/** What the order of causes hangs on, as far as it was said by then. */
export type Told = Pick<ReadTrouble, "symptoms" | "circumstances" | "release">;

/** Trouble that a conversation is about, as far as it has come. */
export type TroubleTopic = ReadTrouble & {
  /** The case as it stood each time that what was told did not help: the likeliest cause not yet told leads. */
  tried: readonly Told[];
  /** True where another engine or board was asked about, on which nothing was reported yet. */
  elsewhere?: true;
};

const stillThere =
  /\b(?:did|tried|done|checked|changed|have\s+done)\s+(?:that|this|it|so|all|both|everything)\b|\bstill\b|\b(?:does|did)(?:\s+not|n[’']?t)\s+(?:help|work|change|fix|solve)|\bno\s+(?:change|difference|luck|effect|success)\b|\b(?:what|anything|something)\s+else\b|\bsame\s+(?:problem|error|issue|thing|result)\b|\bnot\s+(?:it|that)\b|^\W*next\b/i;
/** "Would it still fit?": whether it is a question of its own hangs on what it asks; "how can it still not run?" is none. */
const asksStill =
  /(?:^|[.,;:?!])\W*(?:(?:and|but|so|or|then|ok(?:ay)?)\W+)*(?:would|will|can|could|is|are|do(?:es)?|how)\b[^.,;:?!]*\bstill\b(?!\s+(?:not|\w+\s+not|\w+n[’']t)\b)|\b(?:would|will|can|could)\b[^.,;:?!]*\bstill\b(?!\s+(?:not|\w+\s+not|\w+n[’']t)\b)[^.,;:!]*\?/i;
/** A turn that is no question of its own: it goes on with what was reported. */
const goesOn =
  /^\W*(?:(?:and|or|but|so|ok(?:ay)?|yes|no)\W+)*(?:what|how|which|where|it|that|this|the\s+same|in|on|with|after|since|i\s+(?:use|am|have)|i[’']m|is\s+it|does\s+it|can\s+i|jetpack|jp|l4t)\b/i;
const another =
  /^\W*(?:and|or|what\s+about|how\s+about|with|try(?:ing)?|would|if|switch\w*|instead)\b|\binstead\b/i;

/** A turn of more words says something of its own. */
const longestDetail = 12;

/** What a new report leaves unsaid is as it was before, unless it is of another board. */
function continued(now: ReadTrouble, before: TroubleTopic | undefined, text: string): TroubleTopic {
  if (!before || now.boards.length > 0) return { ...now, tried: [] };
  const isSame = now.symptoms.every((symptom) => before.symptoms.includes(symptom));
  const { tried: once, ...known } = stillThere.test(text) ? triedAgain(before) : before;
  const tried = isSame ? once : [];
  const circumstances = [...new Set([...before.circumstances, ...now.circumstances])];
  return { ...known, ...now, boards: before.boards, circumstances, tried };
}

/** Another engine or board than the one the trouble is with. */
function elsewhere(before: TroubleTopic, { boards, runtimes }: Reading): TroubleTopic {
  const [runtime] = runtimes;
  return {
    ...before,
    ...(runtime && { runtime }),
    ...(boards.length > 0 && { boards: [...boards] }),
    tried: [],
    elsewhere: true,
  };
}

/** What was told did not help; of another engine or board that is the first report. */
function triedAgain({ elsewhere: isOther, ...before }: TroubleTopic): TroubleTopic {
  const { symptoms, circumstances, release } = before;
  const told = { symptoms, circumstances, ...(release && { release }) };
  return { ...before, tried: isOther ? [] : [...before.tried, told] };
}

/** What a turn says of the trouble before it; undefined where it is about something else. */
function followed(text: string, before: TroubleTopic, knowledge: Knowledge): TroubleTopic | undefined {
  const now = readQuestion(text, knowledge);
  const { boards, models, runtimes } = now;
  if (models.length > 0 || now.board || now.whatRuns || readWhy(text, knowledge)) return undefined;
  const asks = asksSomething(text, now);
  if (stillThere.test(text) && !(asks && asksStill.test(text))) return triedAgain(before);
  if (asks) return undefined;
  const isOther =
    runtimes.some((id) => id !== before.runtime) || boards.some((id) => !before.boards.includes(id));
  if (isOther) return another.test(text) ? elsewhere(before, now) : undefined;
  if (!goesOn.test(text) || text.split(/\s+/).length > longestDetail) return undefined;
  const release = readRelease(text) ?? before.release;
  const circumstances = [...new Set([...before.circumstances, ...readCircumstances(text)])];
  return { ...before, circumstances, ...(release && { release }) };
}

/** The trouble that a conversation is about after one more turn; undefined where that is about something else. */
function next(before: TroubleTopic | undefined, text: string, knowledge: Knowledge) {
  const reported = readTrouble(text, knowledge);
  if (reported) return continued(reported, before, text);
  if (!before || isSmallTalk(text)) return before;
  return followed(text, before, knowledge);
}

/** The trouble that a question reports, or goes on with; undefined where it is about something else. */
export function troubleTopic(
  question: string,
  history: readonly Turn[],
  knowledge: Knowledge,
): TroubleTopic | undefined {
  const turns = history.filter(({ role }) => role === "user").map(({ text }) => text);
  return [...turns, question].reduce<TroubleTopic | undefined>(
    (topic, text) => next(topic, text, knowledge),
    undefined,
  );
}
