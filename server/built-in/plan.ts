import type { Knowledge } from "../../knowledge/knowledge.ts";
import { nextTopic, readHistory, type Topic, whyTopic } from "./conversation.ts";
import { isForeign } from "./foreign.ts";
import { languageNotice, toEnglish } from "./languages/to-english.ts";
import { planChoice, planOpinion } from "./plan-choice.ts";
import { planClaims } from "./plan-claims.ts";
import { planCompare } from "./plan-compare.ts";
import { planCost } from "./plan-cost.ts";
import { planFit } from "./plan-fit.ts";
import { planMeasurements } from "./plan-measurements.ts";
import { planModes } from "./plan-modes.ts";
import { planPossible } from "./plan-possible.ts";
import { planPrice } from "./plan-price.ts";
import { planRecords } from "./plan-records.ts";
import { planSoftware } from "./plan-software.ts";
import { planStreams } from "./plan-streams.ts";
import { planTrouble } from "./plan-trouble.ts";
import { planWhatRuns } from "./plan-what-runs.ts";
import type { PlannedCall } from "./planned-call.ts";
import { withoutPoliteness } from "./politeness.ts";
import { readPremises } from "./read-premises.ts";
import { type ReadTrouble, readTrouble } from "./read-trouble.ts";
import { readWhyAfter, type Why } from "./read-why.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { isSmallTalk } from "./small-talk.ts";
import { correctSpelling } from "./spelling.ts";
import type { Turn } from "./turn.ts";
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
  trouble?: ReadTrouble;
  /** Software named that is not on record, so that no call counts it. */
  software?: readonly string[];
};

/** Records looked up beside the calls of an answer that is to be explained. */
const mostRecords = 4;

/** Passages asked for; enough for two documents to disagree. */
const passages = 20;

/** Names and sizes say what a question is about; a short one of them is searched better than the sentence. */
function searchQuery(
  question: string,
  { boards, models, quantizations }: Reading,
  knowledge: Knowledge,
): string {
  const names = boards
    .slice(0, 2)
    .map((id) => knowledge.devices.get(id).entry.value.name.replace(/^Jetson /, ""));
  const asked = models.map(({ name }) => name.replace(/ (Instruct|it)$/, ""));
  if (names.length === 0 || asked.length === 0) return question;
  // What the documents call a size begins at a billion parameters.
  const sizes = models.flatMap(({ billions = 0 }) => (billions >= 0.5 ? [`${Math.round(billions)}B`] : []));
  return [...asked, ...names, ...sizes, ...quantizations.slice(0, 1)].join(" ");
}

function searchCall(question: string, reading: Reading, knowledge: Knowledge): PlannedCall {
  return {
    name: "search-documents",
    input: { query: searchQuery(question, reading, knowledge), limit: passages },
  };
}

function callsOf(question: string, reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const planners = [
    planRecords,
    planClaims,
    planMeasurements,
    planCost,
    planPrice,
    planModes,
    planStreams,
    planWhatRuns,
    planSoftware,
  ];
  const special = planners.map((planned) => planned(question, reading, knowledge)).find((calls) => calls);
  return [...(special ?? callsFor(reading, knowledge)), searchCall(question, reading, knowledge)];
}

/** The calls of the answer to be explained, made again, and the records of what it is about. */
function whyCalls({ question, reading }: Topic, knowledge: Knowledge): PlannedCall[] {
  const calls = callsOf(question, reading, knowledge);
  const computed = calls.filter(({ name }) => name !== "search-documents");
  if (computed.length === 0) return calls;
  const models = reading.models.flatMap(({ reference }) =>
    typeof reference === "string" ? [reference] : [],
  );
  const told = new Set(computed.flatMap(({ name, input }) => (name === "look-up" ? [input.name] : [])));
  const records = [...models, ...reading.boards].filter((name) => !told.has(name)).slice(0, mostRecords);
  return [...computed, ...records.map((name) => ({ name: "look-up", input: { name } }))];
}

type Checked = Pick<Plan, "calls" | "premises" | "replaced">;

/** The calls with those that check what the question takes for granted, and what is possible where it is wrong. */
function withPremises(
  question: string,
  reading: Reading,
  calls: readonly PlannedCall[],
  knowledge: Knowledge,
): Checked {
  const isSearch = ({ name }: PlannedCall) => name === "search-documents";
  const possible = planPossible(question, reading, knowledge);
  const told = new Set(calls.map((call) => JSON.stringify(call)));
  const checked = new Set(calls.flatMap(({ name, input }) => (name === "check-claim" ? [input.metric] : [])));
  const premises = readPremises(question, reading, knowledge).filter(
    (call) => !told.has(JSON.stringify(call)) && !checked.has(call.input.metric),
  );
  const main = calls.filter((call) => !isSearch(call));
  return {
    calls: [...main, ...possible, ...premises, ...calls.filter(isSearch)],
    ...(premises.length > 0 && { premises }),
    ...(possible.length > 0 && { replaced: true }),
  };
}

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
      calls: [...whyCalls(explained, knowledge), ...search],
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
  const trouble = readTrouble(question, knowledge);
  if (trouble) {
    const calls = planTrouble(question, reading, trouble, knowledge);
    return { question, reading, calls, notices, followsUp, trouble };
  }
  const unknown = unknownHardware(question, knowledge);
  const checked = withPremises(question, reading, callsOf(asked, reading, knowledge), knowledge);
  const software = unknownSoftware(asked, knowledge);
  return {
    ...{ question: asked, reading, notices, followsUp, ...checked },
    ...(unknown.length > 0 && { unknown }),
    ...(software.length > 0 && { software }),
  };
}

/** Reads a question with the conversation so far, in whatever language, and plans the tool calls that answer it. */
export function plan(question: string, history: readonly Turn[], knowledge: Knowledge): Plan {
  const { text: english, language } = toEnglish(withoutPoliteness(question));
  const { text, notices } = correctSpelling(english, knowledge);
  const turns = history.map((turn) => {
    const told = toEnglish(turn.text).text;
    return { ...turn, text: turn.role === "user" ? correctSpelling(told, knowledge).text : told };
  });
  const planned = planEnglish(text, turns, knowledge);
  const said = language ? [languageNotice(language), ...notices] : notices;
  return said.length > 0 ? { ...planned, notices: [...said, ...planned.notices] } : planned;
}

/** Whether a board can run such a format at all depends on its hardware, not on the model. */
function needsHardware(quantizations: readonly string[], knowledge: Knowledge): boolean {
  return quantizations.some((name) => knowledge.quantizations.find(name)?.entry.value.needs !== undefined);
}

function callsFor(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const compared = planCompare(reading, knowledge);
  if (compared.length > 0) return compared;
  const { boards, models, quantizations, runtimes } = reading;
  const choosesBoard = reading.board || boards.length === 0;
  const asksForBox =
    reading.requestsPerDay !== undefined ||
    reading.application !== undefined ||
    reading.watts !== undefined ||
    reading.dollars !== undefined;
  const describesJob =
    asksForBox ||
    reading.modelKind !== undefined ||
    reading.streams !== undefined ||
    reading.isolation ||
    reading.battery;
  if (reading.explains && boards.length === 0 && !reading.runs && !reading.speed && !asksForBox)
    return quantizations.slice(0, 2).map((name) => ({ name: "look-up", input: { name } }));
  if (boards.length > 0 && models.length > 0 && !reading.board)
    return [...planFit(reading, knowledge), ...planOpinion(reading, knowledge)];
  if (models.length > 0 || (describesJob && choosesBoard) || reading.requestsPerDay !== undefined)
    return planChoice(reading, knowledge);
  if (boards.length > 0 && (needsHardware(quantizations, knowledge) || reading.whatRuns))
    return planFit(reading, knowledge);
  if (reading.board) return planChoice(reading, knowledge);
  const names = reading.engine ? runtimes : [...boards, ...quantizations, ...runtimes];
  return names.slice(0, 4).map((name) => ({ name: "look-up", input: { name } }));
}
