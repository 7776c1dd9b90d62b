import { AppError } from "../../knowledge/errors.ts";
import { modelErrorOf } from "../backends/model-errors.ts";

/** A model that does not answer is said in a sentence; its address and stack stay out of it. */
export function toModelError(model: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return (
    modelErrorOf(thrown) ??
    new AppError(
      "llm-bad-response",
      `Cannot use what ${model} answers: its server does not speak as expected. See what is wrong with: npm run -s advisor -- doctor`,
      { cause: thrown },
    )
  );
}
