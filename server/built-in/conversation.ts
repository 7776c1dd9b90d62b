import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isCurrentModule } from "../../tools/placement/board.ts";
import { asksSomething } from "./asks.ts";
import { readCorrection } from "./correction.ts";
import { spelledOut, withBoards, withGeneration, withUnit } from "./follow-up-words.ts";
import { standingOf } from "./follows-on.ts";
import { withoutRestated } from "./lift-settings.ts";
import { mergeModels } from "./merge-models.ts";
import { mergeReading } from "./merge-reading.ts";
import { asksCost } from "./plan-cost.ts";
import { readWhy } from "./read-why.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { flashedFor, powerModeOf, soldGigabytes } from "./reading-boards.ts";
import { isSmallTalk } from "./small-talk.ts";
import type { Turn } from "./turn.ts";

/** A question as read, with the words and slots of the turns that it leans on, and what was assumed. */
export type Topic = {
  question: string;
  reading: Reading;
  notices: string[];
  followsUp: boolean;
  /** What later turns lean on, where this one asks something in between ("what is AWQ?"). */
  remembered?: Topic;
};

/** Camera streams on a given board are a detector's, the default one where none is named. */
function withDetector(reading: Reading): Reading {
  const { boards, models, streams, detection } = reading;
  if (reading.whatRuns || boards.length === 0 || models.length > 0) return reading;
  if (streams === undefined || !detection) return reading;
  return { ...reading, models: [{ reference: "YOLO", name: "YOLO", count: 1, billions: undefined }] };
}

function freshTopic(question: string, knowledge: Knowledge): Topic {
  return {
    question,
    reading: withDetector(readQuestion(question, knowledge)),
    notices: [],
    followsUp: false,
  };
}

const nameOf = (id: string, knowledge: Knowledge) => knowledge.devices.get(id).entry.value.name;

/** "The 8 GB one" is the member of that size in the family spoken of before, or any current board of it. */
function sibling(boards: readonly string[], gigabytes: number, knowledge: Knowledge): readonly string[] {
  const families = new Set(boards.flatMap((id) => knowledge.devices.get(id).entry.value.family));
  const members = [...families].flatMap((family) => knowledge.devices.findFamily(family));
  const ofSize = ({ value }: (typeof members)[number]) => soldGigabytes(value) === gigabytes;
  const narrow = boards.flatMap((id) => {
    const [family] = knowledge.devices.get(id).entry.value.family;
    return family ? knowledge.devices.findFamily(family).filter(ofSize) : [];
  });
  const sized = narrow.length > 0 ? narrow : members.filter(ofSize);
  const any = knowledge.devices.entries.filter((entry) => isCurrentModule(entry.value) && ofSize(entry));
  const found = sized.length > 0 ? sized : boards.length > 0 ? any : [];
  return found.length > 0 ? [...new Set(found.map(({ id }) => id))] : boards;
}

/** The boards after a turn: those it names, those it wants chosen, or those spoken of before. */
function mergeBoards(now: Reading, before: Reading, taken: Reading, knowledge: Knowledge): readonly string[] {
  if (now.boards.length > 0) return now.boards;
  if (now.board || (now.rankBy !== undefined && now.boardNamed)) return [];
  const kept = before.boards.filter((id) => !taken.boards.includes(id));
  const standing = kept.length > 0 ? kept : before.boards;
  return now.memoryGigabytes === undefined ? standing : sibling(standing, now.memoryGigabytes, knowledge);
}

/** A named board ends the search for one: whether it will do is what is asked then. */
function judged(reading: Reading, now: Reading): Reading {
  if (now.boards.length === 0 || now.board || !reading.board) return reading;
  const { rankBy: _, ...rest } = reading;
  return { ...rest, board: false, boardNamed: false, cheapest: false, fit: true };
}

/** A mode is of its board; where one is wanted instead, it is left behind. */
function movedBoard(reading: Reading, now: Reading): Reading {
  if (!now.board) return reading;
  const { powerMode: _, ...rest } = reading;
  return rest;
}

function withMode(text: string, reading: Reading, knowledge: Knowledge): Reading {
  const boards = flashedFor(text, reading.boards, knowledge);
  // Where a mode was spoken of, bare watts are another one: "and 7W?".
  const spoken = reading.powerMode === undefined ? text : `${text} in mode`;
  const powerMode = powerModeOf(spoken, boards, knowledge);
  if (!powerMode) return reading;
  const { watts: _, ...rest } = reading;
  return { ...rest, boards, powerMode };
}

function followUp(text: string, before: Topic, asks: boolean, knowledge: Knowledge): Topic {
  const { wanted, rejected } = readCorrection(text);
  const now = readQuestion(wanted, knowledge);
  const taken = readQuestion(rejected, knowledge);
  const turn = { text: wanted, rejected, taken: taken.models };
  const { models: all, notices } = mergeModels(turn, before.reading.models, now, knowledge);
  const models = withoutRestated(all, now, knowledge);
  const boards = mergeBoards(now, before.reading, taken, knowledge);
  const merged = movedBoard(mergeReading(before.reading, { ...now, models }, asks), now);
  const reading = withMode(wanted, judged({ ...merged, boards }, now), knowledge);
  const isJudged = reading.board !== merged.board;
  // What a fleet costs is said in figures of the question itself, which the next one may leave out.
  const goesOn = asksCost(wanted) && asksCost(before.question);
  return {
    question: (asks && !goesOn) || isJudged ? wanted.trim() : `${wanted.trim()}\n${before.question}`,
    reading: withDetector(reading),
    notices,
    followsUp: true,
  };
}

/** A turn as it has to be read after what was said: short forms spelled out. */
function normalised(text: string, { question, reading }: Topic, knowledge: Knowledge): string {
  const names = reading.boards.map((id) => nameOf(id, knowledge));
  const counted = asksCost(question) ? withBoards(text) : withUnit(text, reading);
  return withGeneration(spelledOut(counted), names);
}

/** A question in between that names no model: what was spoken of before stays, on the board that it names. */
function aside(text: string, topic: Topic, now: Reading, knowledge: Knowledge): Topic {
  const fresh = freshTopic(text, knowledge);
  if (topic.reading.models.length === 0 || now.board || now.whatRuns) return fresh;
  const remembered =
    now.boards.length === 0 ? topic : { ...topic, reading: { ...topic.reading, boards: now.boards } };
  return { ...fresh, remembered };
}

/**
 * What a turn of "why" is about: the topic before, on the board or model that it names; or the turn itself, where it
 * names both. Undefined where there is nothing to explain.
 */
export function whyTopic(before: Topic | undefined, text: string, knowledge: Knowledge): Topic | undefined {
  const { boards, models } = readQuestion(text, knowledge);
  if (boards.length > 0 && models.length > 0) return freshTopic(text, knowledge);
  if (!before) return undefined;
  const turn = normalised(text, before, knowledge);
  const now = readQuestion(turn, knowledge);
  const isSized = /\bthe\s+\d+\s?(?:GB|GiB)\s+(?:one|board|version|module)\b/i.test(turn);
  const isNamed = now.boards.length > 0 || now.models.length > 0 || isSized;
  if (!isNamed) return before;
  return { ...followUp(turn, before, false, knowledge), question: before.question };
}

/** The topic after one more turn; one that neither asks nor changes anything leaves it as it is. */
export function nextTopic(topic: Topic | undefined, text: string, knowledge: Knowledge): Topic | undefined {
  if (!topic) return isSmallTalk(text) ? undefined : freshTopic(text, knowledge);
  if (isSmallTalk(text)) return topic;
  if (readWhy(text, knowledge)) return whyTopic(topic, text, knowledge) ?? topic;
  const turn = normalised(text, topic, knowledge);
  const now = readQuestion(readCorrection(turn).wanted, knowledge);
  const asks = asksSomething(turn, now);
  const standing = standingOf(turn, now, asks);
  if (standing === "follows") return followUp(turn, topic, asks, knowledge);
  if (standing === "nothing") return topic;
  return now.models.length > 0 ? freshTopic(text, knowledge) : aside(text, topic, now, knowledge);
}

/** What the turns of the user so far come to; undefined where none of them asks anything. */
export function readHistory(history: readonly Turn[], knowledge: Knowledge): Topic | undefined {
  return history
    .filter(({ role }) => role === "user")
    .reduce<Topic | undefined>((topic, { text }) => {
      const next = nextTopic(topic, text, knowledge);
      return next?.remembered ?? next;
    }, undefined);
}
