import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { compose } from "../built-in/compose.ts";
import type { Outcome } from "../built-in/results.ts";

/** A model that only called tools is spoken for by the answerer that needs no model. */
export function orComposed(
  text: string,
  question: string,
  outcomes: readonly Outcome[],
  knowledge: Knowledge,
): string {
  return text.trim() === "" ? compose(question, outcomes, knowledge) : text;
}

/** A model that does not answer is said in a sentence; its address and stack stay out of it. */
export function toModelError(model: string, cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError(
    "llm-unreachable",
    `Cannot get an answer from ${model}: the model server does not answer as expected. Check that it runs and serves that model, or leave out --endpoint for the built-in answerer.`,
    { cause },
  );
}
