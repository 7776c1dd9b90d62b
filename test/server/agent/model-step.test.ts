import { describe, expect, it } from "vitest";
import { runStep } from "../../../server/agent/model-step.ts";
import { getTool } from "../../../tools/registry.ts";
import { calls, createScriptedBackend, type Step, says } from "../../fixtures/scripted-model.ts";

/** A clock that goes on by 10 ms whenever it is looked at. */
function ticks() {
  let time = 0;
  return () => (time += 10);
}

function run(step: Step, more: { mostTokens?: number; abortSignal?: AbortSignal } = {}) {
  const { backend, sent } = createScriptedBackend(step);
  const model = backend.narrator?.modelFor({ onWait: () => {} });
  if (!model) throw new Error("no model");
  const heard: string[] = [];
  const request = {
    model,
    instructions: "Be brief.",
    messages: [{ role: "user" as const, content: "Does it fit?" }],
    tools: [getTool("look-up")],
    mostTokens: 100,
    abortSignal: new AbortController().signal,
    now: ticks(),
    ...more,
  };
  return { result: runStep(request, (delta) => heard.push(delta)), sent, heard };
}

describe("runStep()", () => {
  it("hands on the words and gives the whole back with its reason to end", async () => {
    const { result, heard, sent } = run(says("It fits."));
    // Sent at 10, the first word at 20, the end at 30.
    const usage = { requests: 1, inputTokens: 1, outputTokens: 1, waitingMs: 10, writingMs: 10 };
    expect(await result).toEqual({
      text: "It fits.",
      calls: [],
      finishReason: "stop",
      promptTokens: 1,
      usage,
    });
    expect(heard.join("")).toBe("It fits.");
    expect(sent[0]).toMatchObject({ temperature: 0, seed: 0, maxOutputTokens: 100 });
    expect(sent[0]?.prompt[0]).toEqual({ role: "system", content: "Be brief." });
  });

  it("brings calls back unmade, in their written form where they are wrong", async () => {
    const { result } = run(
      calls(["look-up", { name: "Thor" }], ["look-up", { nome: 5 }], ["delete_all", {}]),
    );
    const { calls: written, finishReason } = await result;
    expect(finishReason).toBe("tool-calls");
    expect(written.map(({ name, input, error }) => [name, input, error !== undefined])).toEqual([
      ["look-up", { name: "Thor" }, false],
      ["look-up", { nome: 5 }, true],
      ["delete_all", {}, true],
    ]);
  });

  it("throws what the model server threw", async () => {
    await expect(run(new Error("no server")).result).rejects.toThrow("no server");
  });

  it("cuts off a text that goes far beyond its limit", async () => {
    const step = await run(says("word ".repeat(1000)), { mostTokens: 10 }).result;
    expect(step.finishReason).toBe("length");
  });

  it("asks nothing for one who has gone away", async () => {
    const { result, sent } = run(says("Hello."), { abortSignal: AbortSignal.abort() });
    await expect(result).rejects.toMatchObject({ name: "AbortError" });
    expect(sent).toEqual([]);
  });
});
