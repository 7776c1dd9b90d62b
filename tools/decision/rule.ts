import type { DecisionQuestion } from "./question.ts";

/** One row of the decision table: when it applies, what it advises, and who says so. */
export type DecisionRule = {
  id: string;
  /** The row as a question that is answered yes or no. */
  question: string;
  /** The fields `when` reads; those that were not given become assumptions. */
  asks: readonly (keyof DecisionQuestion)[];
  when(question: DecisionQuestion): boolean;
  /** The device that the documents advise. */
  advise: string;
  /** Devices to take instead, the most capable first: used when the budget or the streams exclude the advice. */
  alternatives: readonly string[];
  because: string;
  sources: readonly string[];
};

/** The documents that the rules were read in. */
export const FRAMEWORK = "edge-llm-decision-framework";
export const VLM_SIZING = "vlm-sizing-2026";
export const BENCHMARK = "edge-llm-benchmark-2026";
