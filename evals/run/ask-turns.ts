import { AppError } from "../../knowledge/errors.ts";
import type { Advisor } from "../../server/agent/advisor.ts";
import type { Answer, Problem } from "../../server/agent/answer.ts";
import type { Turn } from "../../server/built-in/turn.ts";

/** The answer to a trial came from somebody else than the model on trial. */
export class UnansweredError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "UnansweredError";
    this.problem = problem;
  }
}

/**
 * Holds a conversation and returns the answer to its last turn. Throws where the built-in answerer stood in for a
 * model that failed: its answer says nothing about the model.
 */
export async function askTurns(
  turns: readonly string[],
  advisor: Pick<Advisor, "ask">,
  abortSignal: AbortSignal,
): Promise<Answer> {
  const history: Turn[] = [];
  let last: Answer | undefined;
  for (const question of turns) {
    last = await advisor.ask(question, { history: [...history], abortSignal });
    if (last.degraded)
      throw new UnansweredError(last.problem ?? { code: "internal", message: "The model failed." });
    history.push({ role: "user", text: question }, { role: "assistant", text: last.answer });
  }
  if (last) return last;
  throw new AppError("invalid-record", "Cannot ask: the case has no turns.");
}
