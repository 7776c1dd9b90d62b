import { describe, expect, it, vi } from "vitest";
import { createAdmission } from "../../../server/agent/admission.ts";
import type { Mode } from "../../../server/agent/answer.ts";
import { runTurn } from "../../../server/agent/turn.ts";
import type { TurnEvent } from "../../../server/agent/turn-events.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import type { Turn } from "../../../server/built-in/turn.ts";
import { checkText } from "../../../server/check/check.ts";
import { namesOf } from "../../../server/check/names.ts";
import { createScriptedBackend, type Step, says } from "../../fixtures/scripted-model.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const names = namesOf(knowledge);
const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

type Options = { mode?: Mode; history?: readonly Turn[]; question?: string };

/** Runs a turn with a model that follows a script, or with none. */
async function run(
  steps: readonly Step[],
  { mode = "guided", history = [], question: asked = question }: Options = {},
) {
  const script = createScriptedBackend(...steps);
  const backend = steps.length > 0 ? script.backend : createBuiltInBackend();
  const events: TurnEvent[] = [];
  const answer = await runTurn(
    { question: asked, history, abortSignal: new AbortController().signal, isLive: false },
    {
      backend,
      knowledge,
      names,
      check: checkText,
      admission: createAdmission({ slots: 1 }),
      mode,
      now: () => 7,
    },
    (event) => events.push(event),
  );
  return { answer, events, sent: script.sent };
}

describe("runTurn()", () => {
  it("suggests the same questions whoever writes the words, none of them from the words", async () => {
    const { answer: plain } = await run([]);
    const { answer: told } = await run([says("It fits. Ask me about the weather next.")]);
    expect(plain.followUps.map(({ kind }) => kind)).toContain("context");
    expect(told.followUps).toEqual(plain.followUps);
  });

  it("answers without a model, every number of it verified", async () => {
    const { answer, events } = await run([]);
    expect(answer).toMatchObject({
      question,
      history: [],
      verdict: "fits",
      verdicts: [{ device: "orin-nx-16gb", verdict: "fits" }],
      model: "built-in",
      degraded: false,
      problem: null,
      stopReason: "complete",
      durationMs: 0,
      check: { unverified: [], struck: [] },
    });
    const types = events.map(({ type }) => type);
    expect(types.lastIndexOf("result")).toBeLessThan(types.indexOf("text"));
  });

  it("marks claims at their place in the answer, citations included", async () => {
    const { answer } = await run([]);
    for (const { text, start, end } of [...answer.check.verified, ...answer.check.given])
      expect(answer.answer.slice(start, end)).toBe(text);
    expect(answer.check.verified.filter(({ kind }) => kind === "citation").length).toBe(
      answer.answer.match(/\[\d+\]/g)?.length,
    );
  });

  it("takes the verdict from the planner's calls, whatever the model says", async () => {
    for (const mode of ["guided", "free"] as const) {
      const { answer } = await run([says("No, it does not fit at all.")], { mode });
      expect(answer.verdict).toBe("fits");
      expect(answer.answer).not.toMatch(/does not fit at all/);
      expect(answer.check.struck[0]?.reason).toMatch(/fits/);
    }
  });

  it("says whether it fits where the model does not", async () => {
    const { answer } = await run([says("The Orin NX 16GB has 16.4 GB of usable memory.")]);
    expect(answer.answer).toMatch(
      /^The Orin NX 16GB has 16\.4 GB of usable memory\.\n\nYes, it fits|\*\*Yes, it fits/,
    );
    expect(answer.check.unverified).toEqual([]);
  });

  it("keeps the conversation in the answer, so that it can go on", async () => {
    const history: Turn[] = [
      { role: "user", text: question },
      { role: "assistant", text: "Yes." },
    ];
    const { answer } = await run([], { history, question: "And on an Orin Nano 4GB?" });
    expect(answer).toMatchObject({
      history,
      verdicts: [{ device: "orin-nano-4gb", workloads: ["Llama 3.1 8B Instruct"], verdict: "does-not-fit" }],
    });
  });

  it("lets the built-in answerer stand in for a model that fails, and says why", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { answer } = await run([new Error("connect ECONNREFUSED 10.0.0.7:11434")]);
    expect(answer).toMatchObject({ degraded: true, problem: { code: "llm-bad-response" }, verdict: "fits" });
    expect(answer.answer).toMatch(/Yes, it fits/);
    expect(JSON.stringify(answer)).not.toMatch(/10\.0\.0\.7/);
    log.mockRestore();
  });

  it("explains a number without asking the model", async () => {
    const history: Turn[] = [
      { role: "user", text: question },
      { role: "assistant", text: "Yes, it fits: 16.4 GB of usable memory." },
    ];
    const { answer, sent } = await run([says("Because.")], { history, question: "Why 16.4 GB?" });
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({ verdict: null, check: { unverified: [] } });
    expect(answer.answer).toMatch(/usable memory/);
  });
});
