import { describe, expect, it } from "vitest";
import { createAdmission } from "../../../server/agent/admission.ts";
import { openDesk } from "../../../server/agent/desk.ts";
import { speak } from "../../../server/agent/speak.ts";
import type { TurnEvent } from "../../../server/agent/turn-events.ts";
import { modelError } from "../../../server/backends/model-errors.ts";
import { checkText } from "../../../server/check/check.ts";
import { namesOf } from "../../../server/check/names.ts";
import { createScriptedBackend, type Step, says } from "../../fixtures/scripted-model.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const names = namesOf(knowledge);
const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";
const right = "It fits on the Orin NX 16GB.";

async function hear(steps: Step[], { isLive = false, reported = 1 } = {}) {
  const { backend, sent } = createScriptedBackend(...steps);
  const events: TurnEvent[] = [];
  const desk = await openDesk(
    { question, history: [], abortSignal: new AbortController().signal },
    { knowledge, names, check: checkText, emit: (event) => events.push(event), isInSight: true },
  );
  const asked = { question, history: [], abortSignal: new AbortController().signal, isLive };
  const parts = {
    backend,
    knowledge,
    names,
    check: checkText,
    admission: createAdmission({ slots: 1 }),
    mode: "guided" as const,
    now: () => 0,
  };
  return { spoken: speak(desk, asked, parts), sent, events, reported };
}

describe("speak()", () => {
  it("gives the model's words", async () => {
    const { spoken } = await hear([says(right)]);
    expect(await spoken).toMatchObject({ text: right, degraded: false, struck: [] });
  });

  it("warns where the server read far less than was sent", async () => {
    const { spoken } = await hear([says(right)]);
    expect((await spoken).problem).toMatchObject({
      code: "context-truncated",
      message: expect.stringMatching(/doctor/),
    });
  });

  it("asks again without tools a server that refuses them", async () => {
    const refused = modelError("llm-no-tools", { subject: { model: "script", kind: "vllm" } });
    const { spoken, sent } = await hear([refused, says(right)]);
    expect(await spoken).toMatchObject({ text: right, degraded: false });
    expect(sent.map(({ tools }) => tools?.length ?? 0)).toEqual([6, 0]);
  });

  it("speaks itself, with the reason, where the model fails", async () => {
    const stalled = modelError("llm-stalled", { subject: { model: "script", kind: "vllm" } });
    const { spoken } = await hear([stalled], { isLive: true });
    expect(await spoken).toMatchObject({
      degraded: true,
      problem: { code: "llm-stalled" },
      text: expect.stringMatching(/Yes, it fits/),
    });
  });

  it("speaks itself where the model says nothing of what the tools gave, and reports what it said", async () => {
    const { spoken } = await hear([says("Blue elephants sing.")]);
    expect(await spoken).toMatchObject({
      degraded: false,
      text: expect.stringMatching(/Yes, it fits/),
      struck: [{ text: "Blue elephants sing." }],
    });
  });
});
