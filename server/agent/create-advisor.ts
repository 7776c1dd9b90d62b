import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Backend } from "../backends/backend.ts";
import { checkText } from "../check/check.ts";
import { namesOf } from "../check/names.ts";
import { createAdmission } from "./admission.ts";
import type { Advisor } from "./advisor.ts";
import type { Mode } from "./answer.ts";
import type { TurnParts } from "./speak.ts";
import { runTurn } from "./turn.ts";

type Options = { mode?: Mode; slots?: number; check?: typeof checkText };

/**
 * Connects a model, the tools and the check. `now` is a clock in milliseconds. Another `check` is for those who ask
 * what the check is worth.
 */
export function createAdvisor(
  backend: Backend,
  knowledge: Knowledge,
  now: () => number,
  { mode = "guided", slots = 1, check = checkText }: Options = {},
): Advisor {
  const admission = createAdmission({ slots });
  const parts: TurnParts = { backend, knowledge, names: namesOf(knowledge), check, admission, mode, now };
  const never = new AbortController().signal;
  return {
    model: backend.name,
    readiness: () => backend.readiness(),
    ask: (question, { history = [], abortSignal = never, onEvent } = {}) =>
      runTurn(
        { question, history, abortSignal, isLive: onEvent !== undefined },
        parts,
        onEvent ?? (() => undefined),
      ),
    async stream(messages, { abortSignal = never } = {}) {
      const place = backend.narrator && admission.enter();
      const { streamAnswer } = await import("./stream-answer.ts");
      return streamAnswer(messages, { abortSignal, ...(place && { place }) }, parts);
    },
  };
}
