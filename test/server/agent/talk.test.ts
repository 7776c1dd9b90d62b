import { describe, expect, it } from "vitest";
import { openDesk } from "../../../server/agent/desk.ts";
import { openTalk } from "../../../server/agent/talk.ts";
import type { Turn } from "../../../server/built-in/turn.ts";
import { checkText } from "../../../server/check/check.ts";
import { namesOf } from "../../../server/check/names.ts";
import { createScriptedBackend, says } from "../../fixtures/scripted-model.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const names = namesOf(knowledge);
const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

async function open(history: readonly Turn[] = [], context = 4096) {
  const { backend, sent } = createScriptedBackend(says("It fits."));
  const desk = await openDesk(
    { question, history: [], abortSignal: new AbortController().signal },
    { knowledge, names, check: checkText, emit: () => {}, isInSight: true },
  );
  if (!backend.narrator) throw new Error("no model");
  const narrator = { ...backend.narrator, contextTokens: async () => context };
  const abortSignal = new AbortController().signal;
  const asked = { question, history, mode: "guided" as const, withTools: true, abortSignal, now: () => 0 };
  return { talk: await openTalk({ ...desk, narrator, ...asked }), sent };
}

/** A conversation of so many turns of about 100 tokens each. */
const long = (turns: number) =>
  Array.from(
    { length: turns },
    (_, index): Turn => ({
      role: index % 2 === 0 ? "user" : "assistant",
      text: `turn ${index} ${"word ".repeat(100)}`,
    }),
  );

describe("openTalk()", () => {
  it("lays question and results before the model", async () => {
    const { talk } = await open();
    expect(talk.messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool"]);
    expect(talk.offered).toHaveLength(6);
  });

  it("drops the oldest turns, never instructions, tools or the question", async () => {
    const { talk, sent } = await open(long(200));
    await talk.step(true, () => {});
    const prompt = JSON.stringify(sent[0]?.prompt);
    expect(prompt).toContain("You are Jetson Advisor");
    expect(prompt).toContain(question);
    expect(prompt).toContain("turn 199");
    expect(prompt).not.toContain("turn 0 ");
    expect(sent[0]?.tools).toHaveLength(6);
    expect(talk.account().promptTokens.estimated).toBeLessThan(4096);
  });

  it("keeps more of them where the loaded context is longer", async () => {
    const [short, wide] = await Promise.all([open(long(60), 4096), open(long(60), 16_384)]);
    expect(wide.talk.messages.length).toBeGreaterThan(short.talk.messages.length);
  });

  it("accounts for what the server read", async () => {
    const { talk } = await open();
    await talk.step(true, () => {});
    expect(talk.account()).toMatchObject({ promptTokens: { reported: 1 }, recoveredCalls: 0 });
  });
});
