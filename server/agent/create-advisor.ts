import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Advisor } from "./advisor.ts";
import { assemble } from "./assemble.ts";
import { orComposed, toModelError } from "./finish.ts";
import { streamAnswer } from "./stream-answer.ts";
import { type Backend, startTurn } from "./turn.ts";

/** Connects a model, the tools and the check. `now` is a clock in milliseconds. */
export function createAdvisor(backend: Backend, knowledge: Knowledge, now: () => number): Advisor {
  const { name: model } = backend;
  return {
    model,
    async ask(question, { abortSignal } = {}) {
      const started = now();
      const { agent, outcomes } = startTurn(backend, knowledge);
      const text = await agent
        .generate({ prompt: question, ...(abortSignal && { abortSignal }) })
        .then((result) => orComposed(result.text, question, outcomes, knowledge))
        .catch((cause: unknown) => {
          throw abortSignal?.aborted ? cause : toModelError(model, cause);
        });
      return assemble(
        { question, text, outcomes, model, durationMs: Math.round(now() - started) },
        knowledge,
      );
    },
    async stream(messages, { abortSignal } = {}) {
      return streamAnswer({ messages, abortSignal }, { backend, knowledge, now });
    },
  };
}
