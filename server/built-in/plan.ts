import type { Knowledge } from "../../knowledge/knowledge.ts";
import { planChoice, planOpinion } from "./plan-choice.ts";
import { planClaims } from "./plan-claims.ts";
import { planCompare } from "./plan-compare.ts";
import { planCost } from "./plan-cost.ts";
import { planFit } from "./plan-fit.ts";
import { planMeasurements } from "./plan-measurements.ts";
import type { PlannedCall } from "./planned-call.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { soldGigabytes } from "./reading-boards.ts";

/** What was understood, and the calls that answer it. */
export type Plan = { reading: Reading; calls: PlannedCall[] };

/** One turn of a conversation so far. */
export type Turn = { role: "user" | "assistant"; text: string };

/** Passages asked for; enough for two documents to disagree. */
const passages = 10;

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
  const sizes = models.flatMap(({ billions }) => (billions ? [`${Math.round(billions)}B`] : []));
  return [...asked, ...names, ...sizes, ...quantizations.slice(0, 1)].join(" ");
}

/** "The 8 GB one" is the member of that size in the family spoken of before. */
function sibling(
  boards: readonly string[],
  gigabytes: number | undefined,
  knowledge: Knowledge,
): readonly string[] {
  if (gigabytes === undefined) return boards;
  const families = new Set(boards.flatMap((id) => knowledge.devices.get(id).entry.value.family));
  const members = [...families].flatMap((family) => knowledge.devices.findFamily(family));
  const sized = members.filter(({ value }) => soldGigabytes(value) === gigabytes).map(({ id }) => id);
  return sized.length > 0 ? [...new Set(sized)] : boards;
}

/** A question that changes a setting, a board or a model of the one before speaks of the rest of it. */
function withHistory(reading: Reading, history: readonly Turn[], knowledge: Knowledge): Reading {
  const {
    boards,
    models,
    contextTokens,
    concurrency,
    quantizations,
    runtimes,
    powerMode,
    headless,
    images,
    memoryGigabytes,
  } = reading;
  const [quantization, runtime] = [quantizations[0], runtimes[0]];
  const changes = [contextTokens, concurrency, quantization, runtime, powerMode, images, memoryGigabytes];
  const isChange = headless || changes.some((setting) => setting !== undefined);
  const isPart = boards.length > 0 !== models.length > 0 || (boards.length === 0 && isChange);
  if (!isPart || reading.board || reading.whatRuns) return reading;
  const earlier = history
    .filter(({ role }) => role === "user")
    .map(({ text }) => readQuestion(text, knowledge));
  const before = earlier.findLast((turn) => turn.boards.length > 0)?.boards ?? [];
  const spoken = earlier.findLast((turn) => turn.models.length > 0)?.models ?? [];
  return {
    ...reading,
    boards: boards.length > 0 ? boards : sibling(before, memoryGigabytes, knowledge),
    models: models.length > 0 ? models : spoken,
  };
}

/** Camera streams on a given board are a detector's, the default one where none is named. */
function withDetector(reading: Reading): Reading {
  const { boards, models, streams, detection } = reading;
  if (boards.length === 0 || models.length > 0 || streams === undefined || !detection) return reading;
  return { ...reading, models: [{ reference: "YOLO", name: "YOLO", count: 1, billions: undefined }] };
}

/** Reads a question and plans the tool calls that answer it. */
export function plan(question: string, history: readonly Turn[], knowledge: Knowledge): Plan {
  const reading = withDetector(withHistory(readQuestion(question, knowledge), history, knowledge));
  const search: PlannedCall = {
    name: "search-documents",
    input: { query: searchQuery(question, reading, knowledge), limit: passages },
  };
  const planners = [planClaims, planMeasurements, planCost];
  const special = planners.map((planned) => planned(question, reading, knowledge)).find((calls) => calls);
  return { reading, calls: [...(special ?? callsFor(reading, knowledge)), search] };
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
