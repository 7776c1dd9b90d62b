import { z } from "zod";

const applications = [
  "single-camera",
  "multi-camera",
  "visual-agent",
  "assistant",
  "humanoid",
  "surgical",
  "battery-sensor",
  "smart-camera",
  "robotics",
  "industrial",
] as const;

/** What a board is wanted for; everything may be left out. */
export const DecisionQuestion = z.strictObject({
  largestModelBillions: z
    .number()
    .positive()
    .optional()
    .describe("Parameters of the largest model, billions"),
  modelKind: z.enum(["llm", "vlm", "vla", "detector"]).optional().describe("Kind of the largest model"),
  streams: z.int().nonnegative().optional().describe("Camera streams at once, 1080p30"),
  powerBudgetWatts: z.number().positive().optional().describe("Power the board may draw, watts"),
  budgetUsd: z.number().nonnegative().optional().describe("Money for one board, US dollars"),
  concurrentModels: z.int().positive().optional().describe("Models that run at the same time"),
  realTimeIsolation: z.boolean().optional().describe("One model must never delay another (hard real time)"),
  application: z.enum(applications).optional().describe("What the system does"),
  requestsPerDay: z.int().nonnegative().optional().describe("Requests to the language model a day"),
  battery: z.boolean().optional().describe("Runs on a battery"),
  passiveCooling: z.boolean().optional().describe("No fan: sealed or passively cooled"),
});
export type DecisionQuestion = z.infer<typeof DecisionQuestion>;

/** Below this power the documents know no Jetson (step 4 of the tree). */
export const JETSON_WATTS = 15;
/** Lower and upper end of the documents' power envelope of Thor. */
export const THOR_WATTS = { lowest: 40, sustained: 130 } as const;
/**
 * Where the documents' size classes end. They are named after round sizes, and their own examples are a little
 * larger: Gemma 3 4B has 4.3B parameters, Gemma 2 9B 9.2B, LLaVA-13B 13.4B, gpt-oss-20b 20.9B, a "30B class" 32.8B.
 */
export const CLASS_ENDS = { four: 4.5, seven: 9.5, thirteen: 13.5, twenty: 21, thirty: 35 } as const;

/** Detectors have millions of parameters; from here on an unnamed model is taken for a language model. */
const SMALLEST_LANGUAGE_BILLIONS = 0.5;

/** True where a model that speaks or acts is wanted, not only a detector. */
export function hasLanguageModel(question: DecisionQuestion): boolean {
  const { modelKind, largestModelBillions = 0, application } = question;
  if (modelKind !== undefined) return modelKind !== "detector";
  if (application === "assistant" || application === "visual-agent") return true;
  return largestModelBillions >= SMALLEST_LANGUAGE_BILLIONS;
}

/** True for the jobs that the documents give to Thor. */
export function needsThor(question: DecisionQuestion): boolean {
  const { modelKind, largestModelBillions: billions = 0, concurrentModels = 1, application } = question;
  return (
    application === "humanoid" ||
    application === "surgical" ||
    modelKind === "vla" ||
    question.realTimeIsolation === true ||
    billions > CLASS_ENDS.thirty ||
    (billions > CLASS_ENDS.twenty && (modelKind === "vlm" || concurrentModels > 1))
  );
}

/**
 * Why Thor cannot be used here, in words; undefined where it can. A battery counts unless its stated power
 * covers what Thor draws all the time.
 */
export function thorObstacle(question: DecisionQuestion): string | undefined {
  const { powerBudgetWatts: watts, battery, passiveCooling } = question;
  if (watts !== undefined && watts < THOR_WATTS.lowest)
    return `the power budget is below Thor's ${THOR_WATTS.lowest} W`;
  if (passiveCooling) return "Thor needs active cooling";
  if (battery && (watts ?? 0) < THOR_WATTS.sustained)
    return `no battery that carries ${THOR_WATTS.sustained} W all the time is stated`;
  return undefined;
}
