import type { Knowledge } from "../../knowledge/knowledge.ts";
import { planChoice, planOpinion } from "./plan-choice.ts";
import { planClaims } from "./plan-claims.ts";
import { planCompare } from "./plan-compare.ts";
import { planCost } from "./plan-cost.ts";
import { planFit } from "./plan-fit.ts";
import { planMeasurements } from "./plan-measurements.ts";
import { planModes } from "./plan-modes.ts";
import { planPrice } from "./plan-price.ts";
import { planRecords } from "./plan-records.ts";
import { searchCall } from "./plan-search.ts";
import { planSoftware } from "./plan-software.ts";
import { planStreams } from "./plan-streams.ts";
import { planUsers } from "./plan-users.ts";
import { planWhatRuns } from "./plan-what-runs.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";
import { planTraining } from "./training.ts";

/** Planners that each know one kind of question, the narrower ones first; the first that knows it plans it alone. */
const planners = [
  planTraining,
  planRecords,
  planClaims,
  planMeasurements,
  planCost,
  planPrice,
  planModes,
  planUsers,
  planWhatRuns,
  planStreams,
  planSoftware,
];

/** Whether a board can run such a format, or so many bits, at all depends on its hardware, not on the model. */
function isOfHardware(quantizations: readonly string[], knowledge: Knowledge): boolean {
  return quantizations.some((name) => {
    const found = knowledge.quantizations.find(name);
    return found === undefined || found.entry.value.needs !== undefined;
  });
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
  if (boards.length > 0 && (isOfHardware(quantizations, knowledge) || reading.whatRuns))
    return planFit(reading, knowledge);
  if (reading.board) return planChoice(reading, knowledge);
  const names = reading.engine ? runtimes : [...boards, ...quantizations, ...runtimes];
  return names.slice(0, 4).map((name) => ({ name: "look-up", input: { name } }));
}

/** The calls that answer a question as read: those of the planner that knows its kind, and a search of the documents. */
export function planCalls(question: string, reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const special = planners.map((planned) => planned(question, reading, knowledge)).find((calls) => calls);
  return [...(special ?? callsFor(reading, knowledge)), searchCall(question, reading, knowledge)];
}
