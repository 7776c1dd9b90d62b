import { describe, expect, it } from "vitest";
import { askTurns, UnansweredError } from "../../../evals/run/ask-turns.ts";
import type { Advisor } from "../../../server/agent/advisor.ts";
import type { Answer } from "../../../server/agent/answer.ts";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const never = new AbortController().signal;
const builtIn = createAdvisor(createBuiltInBackend(), knowledge, () => 0);

/** An advisor whose answers are those of the built-in one, changed. */
function changed(change: (answer: Answer) => Answer): Pick<Advisor, "ask"> {
  return { ask: async (question, options) => change(await builtIn.ask(question, options)) };
}

describe("askTurns()", () => {
  it("answers the last turn with the ones before it in mind", async () => {
    const answer = await askTurns(
      ["Does Qwen3-8B fit on an Orin NX 16GB?", "And on an AGX Orin 64GB?"],
      builtIn,
      never,
    );
    expect(answer.history.map(({ role }) => role)).toEqual(["user", "assistant"]);
    expect(answer.verdicts).toMatchObject([{ device: "agx-orin-64gb" }]);
  });

  it("takes no answer that stands in for a model's, not even before the last turn", async () => {
    const problem = { code: "llm-stalled", message: "It stopped." } as const;
    let asked = 0;
    const failing = changed((answer) => {
      asked += 1;
      return { ...answer, degraded: true, problem };
    });
    const error = await askTurns(["Hello", "Does it fit?"], failing, never).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UnansweredError);
    expect(error).toMatchObject({ problem });
    expect(asked).toBe(1);
  });

  it("has nothing to say to nothing", async () => {
    await expect(askTurns([], builtIn, never)).rejects.toThrow(/no turns/);
  });
});
