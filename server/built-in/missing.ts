import { needsWorkload } from "./ask-back.ts";
import type { Plan } from "./plan.ts";
import { asksMeasurements } from "./plan-measurements.ts";
import type { Reading } from "./reading.ts";
import type { Results } from "./results.ts";

/** "Does it fit?": something is to run, and neither it nor the board was ever named. */
const bare =
  /^\W*(?:(?:so|and|but|ok)\W+)?(?:does|do|will|would|can|could|is)\b[^?.]{0,30}\b(?:it|this|that|they|these|mine|my (?:model|models|network|stack))\b[^?.]{0,20}\b(?:fit|fits|run|work|be fast enough|enough)\b[^?.]{0,20}[?.!]*\s*$/i;

/** What is said to it. */
export const missingAll =
  "**Nothing was sized:** neither a model nor a board is named. Name a model, or give its size in parameters, and the board it is to run on.";

/** True where a question leaves out what runs as well as where. */
export function isBare(question: string, { boards, models, board }: Reading): boolean {
  return boards.length === 0 && models.length === 0 && !board && bare.test(question);
}

/** What is said where boards had to be chosen to judge what a question names. */
export function missingBoard({ boards, models, board, fit }: Reading, isJudged: boolean): string[] {
  if (boards.length > 0 || models.length === 0 || board || !fit || !isJudged) return [];
  return ["No board is named, so some are shown. Name a board to have it judged alone."];
}

/** Only boards were found in a question of what runs on them: its model is none that is on record. */
export function missingModel(
  { question, reading, software }: Plan,
  { fits, speeds, decisions, lookUps }: Results,
): string[] {
  const { runs, speed } = reading;
  if (software || needsWorkload(question, reading)) return [];
  if (!runs && !speed && !asksMeasurements(question)) return [];
  if (fits.length + speeds.length + decisions.length > 0) return [];
  if (lookUps.length === 0 || lookUps.some(({ kind }) => kind !== "device")) return [];
  return [
    "**Nothing was sized:** no model on record was recognised in this question. Name a model that is, or give its size in parameters.",
  ];
}
