import { describe, expect, it } from "vitest";
import type { Mode } from "../../../server/agent/answer.ts";
import { openDesk } from "../../../server/agent/desk.ts";
import { narrate } from "../../../server/agent/narrate.ts";
import type { TurnEvent } from "../../../server/agent/turn-events.ts";
import { checkText } from "../../../server/check/check.ts";
import { namesOf } from "../../../server/check/names.ts";
import { calls, createScriptedBackend, type Step, says } from "../../fixtures/scripted-model.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const names = namesOf(knowledge);
const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";
const fit = { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] };
const right = "It fits on the Orin NX 16GB.";

type Options = { mode?: Mode; withTools?: boolean; asked?: string };

async function tell(steps: Step[], { mode = "guided", withTools = true, asked = question }: Options = {}) {
  const { backend, sent } = createScriptedBackend(...steps);
  const events: TurnEvent[] = [];
  const emit = (event: TurnEvent) => events.push(event);
  const desk = await openDesk(
    { question: asked, history: [], abortSignal: new AbortController().signal },
    { knowledge, names, check: checkText, emit, isInSight: mode === "guided" },
  );
  const { narrator } = backend;
  if (!narrator) throw new Error("no model");
  const abortSignal = new AbortController().signal;
  const narrating = {
    ...desk,
    narrator,
    question: asked,
    history: [],
    mode,
    withTools,
    abortSignal,
    now: () => 0,
  };
  const narration = await narrate(narrating);
  const shown = events.flatMap((event) => (event.type === "text" ? [event.delta] : [])).join("");
  return { narration, sent, events, shown, made: desk.runner.made.map(({ outcome }) => outcome) };
}

const roles = (sent: Awaited<ReturnType<typeof tell>>["sent"], at: number) =>
  sent[at]?.prompt.map(({ role }) => role);
const last = (sent: Awaited<ReturnType<typeof tell>>["sent"], at: number) =>
  JSON.stringify(sent[at]?.prompt.at(-1));

describe("narrate() guided", () => {
  it("gives the model the results first, and shows what it writes", async () => {
    const { narration, sent, shown } = await tell([says(right)]);
    expect(roles(sent, 0)).toEqual(["system", "user", "assistant", "tool"]);
    expect(last(sent, 0)).toMatch(/verdict: fits/);
    expect(narration).toMatchObject({ text: right, struck: [], stopReason: "complete" });
    expect(shown).toBe(right);
  });

  it("offers six tools in a stable order, and none at the last step", async () => {
    const { sent } = await tell([
      calls(["look-up", { name: "Thor" }]),
      calls(["look-up", { name: "Orin NX 16GB" }]),
      calls(["look-up", { name: "AGX Orin 64GB" }]),
      calls(["look-up", { name: "AGX Orin 32GB" }]),
      says(right),
    ]);
    expect(sent).toHaveLength(5);
    expect(sent.map(({ tools }) => tools?.length ?? 0)).toEqual([6, 6, 6, 6, 0]);
    expect(sent[3]?.tools).toEqual(sent[0]?.tools);
  });

  it("gives results as text to a model that takes no tools", async () => {
    const { sent } = await tell([says(right)], { withTools: false });
    expect(roles(sent, 0)).toEqual(["system", "user", "user"]);
    expect(sent[0]?.tools ?? []).toEqual([]);
    expect(last(sent, 0)).toMatch(/Results of the tools.*verdict: fits/s);
  });

  it("lets a model mend a call, and runs none that is wrong", async () => {
    const { sent, made } = await tell([
      calls(["memory-fit", { device: 5 }], ["delete_all", { path: "/" }]),
      calls(["memory_fit", { device: "thor", workloads: [{ model: "qwen3-8b" }] }]),
      says(right),
    ]);
    expect(last(sent, 1)).toMatch(/Cannot call memory-fit: .*Example/);
    expect(last(sent, 1)).toMatch(/There is no tool ..delete_all/);
    expect(made.filter(({ input }) => JSON.stringify(input).includes("qwen3-8b"))).toHaveLength(1);
    expect(made.filter((outcome) => "error" in outcome)).toEqual([]);
  });

  it("ends a model that calls the same for ever", async () => {
    const { narration, sent, made } = await tell([calls(["look-up", { name: "Thor" }])]);
    expect(sent.length).toBeLessThanOrEqual(6);
    expect(made.filter(({ name }) => name === "look-up")).toHaveLength(1);
    expect(narration).toMatchObject({ text: "", stopReason: "tool-limit" });
  });
});

describe("narrate() on what does not pass", () => {
  it("asks once to write it again, naming the value and the facts, and shows what was right before", async () => {
    const { narration, sent, shown, events } = await tell([
      says(`${right} It runs at 999 tok/s.`),
      says("It has 16.4 GB of usable memory."),
    ]);
    expect(sent).toHaveLength(2);
    expect(last(sent, 1)).toMatch(/999 tok\/s.*7\.9 tok\/s.*It runs at 999 tok\/s\./s);
    expect(sent[1]?.tools ?? []).toEqual([]);
    expect(narration).toMatchObject({ text: `${right} It has 16.4 GB of usable memory.`, struck: [] });
    expect(shown).toBe(narration.text);
    expect(events).toContainEqual(
      expect.objectContaining({ status: expect.objectContaining({ state: "rewriting" }) }),
    );
  });

  it("puts the built-in answer's sentence in the place of what is still wrong, and reports it", async () => {
    const { narration, sent } = await tell([
      says(`${right} It runs at 999 tok/s. So much for that.`),
      says("It runs at 888 tok/s. So much for that."),
    ]);
    expect(sent).toHaveLength(2);
    expect(narration.text).toMatch(/^It fits on the Orin NX 16GB\. .*7\.9 tok\/s.*So much for that\.$/s);
    expect(narration.struck).toMatchObject([
      { text: "It runs at 888 tok/s.", reason: expect.stringMatching(/888 tok\/s.*7\.9 tok\/s/) },
    ]);
  });

  it("gives nothing back where most of the answer is wrong", async () => {
    const { narration, shown } = await tell([says("It needs 99 GB. It runs at 999 tok/s. It costs 5 USD.")]);
    expect(narration.text).toBe("");
    expect(narration.struck.length).toBeGreaterThan(1);
    expect(shown).toBe("");
  });

  it("takes words that state nothing for no answer", async () => {
    const { narration, sent } = await tell([says("Blue elephants sing in the rain.")]);
    expect(narration).toMatchObject({ text: "", struck: [{ text: "Blue elephants sing in the rain." }] });
    expect(sent).toHaveLength(1);
  });

  it("takes the name of the advised board for an answer to which board", async () => {
    const asked = "What is the cheapest board for a local 7B model?";
    const { narration } = await tell([says("Take the Orin NX 16GB for that.")], { asked });
    expect(narration.text).toBe("Take the Orin NX 16GB for that.");
  });

  it("keeps the words when the server fails at writing again", async () => {
    const { narration } = await tell([says(`${right} It runs at 999 tok/s.`), new Error("gone")]);
    expect(narration.text).toMatch(/^It fits on the Orin NX 16GB\. /);
    expect(narration.struck).toHaveLength(1);
  });
});

describe("narrate() free", () => {
  it("lets the model plan, and asks for nothing that it has done", async () => {
    const { narration, sent, made } = await tell([calls(["memory-fit", fit]), says(right)], { mode: "free" });
    expect(roles(sent, 0)).toEqual(["system", "user"]);
    expect(sent).toHaveLength(2);
    expect(made).toHaveLength(1);
    expect(narration.text).toBe(right);
  });

  it("reminds once a model that calls nothing, then makes the planner's calls for it", async () => {
    const { narration, sent, made } = await tell([says("Sure, it fits."), says("Yes."), says(right)], {
      mode: "free",
    });
    expect(sent).toHaveLength(3);
    expect(last(sent, 1)).toMatch(/No tool was called/);
    expect(last(sent, 2)).toMatch(/verdict: fits/);
    expect(made.map(({ name }) => name)).toEqual(["memory-fit"]);
    expect(narration.text).toBe(right);
  });

  it("makes the planned call where the model asked about another board", async () => {
    const wrong = { device: "agx-orin-64gb", workloads: [{ model: "llama-3.1-8b" }] };
    const { narration, made, shown } = await tell(
      [calls(["memory-fit", wrong]), says("It fits on the AGX Orin 64GB."), says(right)],
      { mode: "free" },
    );
    expect(made.map(({ input }) => JSON.stringify(input))).toEqual([
      JSON.stringify(wrong),
      JSON.stringify(fit),
    ]);
    expect(narration.text).toBe(right);
    expect(shown).toBe(right);
  });

  it("shows the model the planned results at its last step, whatever it called before", async () => {
    const names = ["Thor", "AGX Orin 64GB", "AGX Orin 32GB", "Orin NX 8GB"];
    const lookUps = names.map((name) => calls(["look-up", { name }]));
    const { narration, sent } = await tell([...lookUps, says(right)], { mode: "free" });
    expect(last(sent, sent.length - 1)).toMatch(/verdict: fits/);
    expect(narration.text).toBe(right);
  });

  it("wants no tool for a greeting", async () => {
    const { narration, sent } = await tell([says("Hello! Ask me about a board.")], {
      mode: "free",
      asked: "Hello",
    });
    expect(sent).toHaveLength(1);
    expect(narration.text).toBe("Hello! Ask me about a board.");
  });
});
