import { AppError } from "../../knowledge/errors.ts";
import type { Case } from "../case.ts";
import type { Trial } from "../trial.ts";
import { UnansweredError } from "./ask-turns.ts";
import type { Task } from "./task.ts";

/** What went wrong in a trial, in a code and a sentence. */
export type TrialProblem = { code: string; message: string };

/** Lines of a stack that lead to the fault; the rest is how the runner came there. */
const stackLines = 4;

/** What is thrown out of a trial, as its record keeps it. */
export function toTrialProblem(thrown: unknown): TrialProblem {
  if (thrown instanceof UnansweredError) return thrown.problem;
  if (thrown instanceof AppError) return { code: thrown.code, message: thrown.message };
  if (!(thrown instanceof Error)) return { code: "crashed", message: String(thrown) };
  if (thrown.name === "TimeoutError")
    return { code: "timeout", message: "Cannot wait longer: the time of the trial is up." };
  return {
    code: "crashed",
    message: (thrown.stack ?? thrown.message).split("\n").slice(0, stackLines).join("\n"),
  };
}

/** A trial that came to nothing: counted, and neither passed nor failed. */
export function toErrorTrial(
  { case: id, trial }: Task,
  { tags }: Pick<Case, "tags">,
  error: TrialProblem,
): Trial {
  return { status: "error", case: id, trial, tags, error };
}
