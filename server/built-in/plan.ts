import type { Knowledge } from "../../knowledge/knowledge.ts";
import { carrierLines } from "./carriers.ts";
import { nextTopic, readHistory, whyTopic } from "./conversation.ts";
import { withPresentBoard } from "./follow-up-words.ts";
import { isForeign } from "./foreign.ts";
import { languageNotice, toEnglish } from "./languages/to-english.ts";
import { planCalls } from "./plan-calls.ts";
import { withPremises } from "./plan-premises.ts";
import { searchCall } from "./plan-search.ts";
import { planTrouble } from "./plan-trouble.ts";
import { planWhy } from "./plan-why.ts";
import type { PlannedCall } from "./planned-call.ts";
import { withoutPoliteness } from "./politeness.ts";
import { readWhyAfter, type Why } from "./read-why.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { isSmallTalk } from "./small-talk.ts";
import { correctSpelling } from "./spelling.ts";
import { type TroubleTopic, troubleTopic } from "./trouble-topic.ts";
import type { Turn } from "./turn.ts";
import { uncountedLines } from "./uncounted.ts";
import { unknownHardware } from "./unknown-hardware.ts";
import { unknownSoftware } from "./unknown-software.ts";

export type { Turn } from "./turn.ts";

/** What was understood of a question, the calls that answer it, and what has to be said with the answer. */
export type Plan = {
  /** The question as read: with the words of earlier turns that it leans on. */
  question: string;
  reading: Reading;
  calls: PlannedCall[];
  /** Sentences that stand with the answer: how a short form was read, in which language it is. */
  notices: string[];
  /** True where it goes on with an earlier question, so that the answer need not say again what did not change. */
  followsUp: boolean;
  /** What is to be explained of the answer before; the calls are those that it rests on, made again. */
  why?: Why;
  /** Calls that check what the question takes for granted, among the others. */
  premises?: readonly PlannedCall[];
  /** True where the calls hold something possible beside a combination that does not exist. */
  replaced?: boolean;
  /** True where the question is none of this program's business. */
  isForeign?: true;
  /** Boards and graphics cards named that are not on record. */
  unknown?: readonly string[];
  /** What the question reports to go wrong; the calls are those that explain it. */
  trouble?: TroubleTopic;
  /** Software named that is not on record, so that no call counts it. */
  software?: readonly string[];
};

function planEnglish(question: string, history: readonly Turn[], knowledge: Knowledge): Plan {
  const before = readHistory(history, knowledge);
  const why = readWhyAfter(question, history, knowledge);
  const explained = why && whyTopic(before, question, knowledge);
  if (explained) {
    const followsUp = history.length > 0;
    const { reading } = explained;
    const search = followsUp ? [] : [searchCall(question, reading, knowledge)];
    return {
      question,
      reading,
      calls: [...planWhy(explained, knowledge), ...search],
      notices: [],
      followsUp,
      why,
    };
  }
  const own = readQuestion(question, knowledge);
  if (isForeign(question, own))
    return { question, reading: own, calls: [], notices: [], followsUp: false, isForeign: true };
  const topic = nextTopic(before, question, knowledge);
  // What changes nothing and asks nothing is searched for as it stands.
  const isNew = topic !== undefined && topic !== before;
  const reading = isNew ? topic.reading : own;
  if (isSmallTalk(question)) return { question, reading, calls: [], notices: [], followsUp: false };
  const asked = isNew ? topic.question : question;
  const notices = isNew ? topic.notices : [];
  const followsUp = isNew && topic.followsUp;
  const trouble = troubleTopic(question, history, knowledge);
  if (trouble) {
    const told = topic?.reading ?? reading;
    const calls = planTrouble(question, told, trouble, knowledge);
    return { question, reading: told, calls, notices, followsUp, trouble };
  }
  const unknown = unknownHardware(question, knowledge);
  const checked = withPremises(question, reading, planCalls(asked, reading, knowledge), knowledge);
  const software = unknownSoftware(asked, knowledge);
  const left = [
    ...carrierLines(question, reading.boards.length > 0),
    ...uncountedLines(question, own, checked.calls),
  ];
  return {
    ...{ question: asked, reading, notices: [...notices, ...left], followsUp, ...checked },
    ...(unknown.length > 0 && { unknown }),
    ...(software.length > 0 && { software }),
  };
}

/** Reads a question with the conversation so far, in whatever language, and plans the tool calls that answer it. */
export function plan(question: string, history: readonly Turn[], knowledge: Knowledge): Plan {
  const { text: english, language } = toEnglish(withoutPoliteness(question));
  const { text: spelled, notices } = correctSpelling(english, knowledge);
  const text = withPresentBoard(spelled);
  const turns = history.map((turn) => {
    const told = toEnglish(turn.text).text;
    if (turn.role !== "user") return { ...turn, text: told };
    return { ...turn, text: withPresentBoard(correctSpelling(told, knowledge).text) };
  });
  const planned = planEnglish(text, turns, knowledge);
  const said = language ? [languageNotice(language), ...notices] : notices;
  return said.length > 0 ? { ...planned, notices: [...said, ...planned.notices] } : planned;
}
