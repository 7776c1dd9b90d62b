import { z } from "zod";
import { fields } from "../offered/fields.ts";
import { DecisionQuestion } from "./question.ts";

const { modelKind, application } = DecisionQuestion.shape;
const { streams, powerBudgetWatts, budgetUsd } = fields;
const whole = z.number().meta({ type: "integer" });

/** What a small model is offered of the questions of the tree, in few words. */
export const offeredDecision = z.strictObject({
  largestModelBillions: z.number().describe("parameters in billions").optional(),
  modelKind: z.enum(modelKind.unwrap().options).optional(),
  application: z.enum(application.unwrap().options).optional(),
  ...{ streams, powerBudgetWatts, budgetUsd },
  concurrentModels: whole.optional(),
  requestsPerDay: whole.optional(),
  realTimeIsolation: z.boolean().optional(),
  battery: z.boolean().optional(),
  passiveCooling: z.boolean().optional(),
});
