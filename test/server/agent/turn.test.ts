import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import { startTurn } from "../../../server/agent/turn.ts";
import { getTool, tools } from "../../../tools/registry.ts";
import { calls, createScriptedBackend, says } from "../../fixtures/scripted-model.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const root = mkdtempSync(join(tmpdir(), "turn-"));
afterAll(() => rmSync(root, { recursive: true }));

const input = { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] };
/** What the model was told last. */
const lastSent = ({ sent }: ReturnType<typeof createScriptedBackend>) =>
  JSON.stringify(sent.at(-1)?.prompt.at(-1));

describe("startTurn()", () => {
  it("offers every tool of the registry, with its description", () => {
    const { toolSet } = startTurn(createScriptedBackend(says("")).backend, knowledge);
    expect(Object.entries(toolSet).map(([name, { description }]) => ({ name, description }))).toEqual(
      tools.map(({ name, description }) => ({ name, description })),
    );
  });

  it("keeps the whole result of a call and tells the model its digest", async () => {
    const script = createScriptedBackend(calls(["memory-fit", input]), says("It fits."));
    const { agent, outcomes } = startTurn(script.backend, knowledge);
    const { text } = await agent.generate({ prompt: "Does it fit?" });
    const { output, digest } = await getTool("memory-fit").call(input, knowledge);
    expect(text).toBe("It fits.");
    expect(outcomes).toEqual([{ name: "memory-fit", input, output }]);
    expect(lastSent(script)).toContain(JSON.stringify(digest));
    expect(lastSent(script)).not.toContain("sources");
  });

  it("keeps the results of calls made at once apart", async () => {
    const other = { ...input, device: "agx-orin-64gb" };
    const script = createScriptedBackend(calls(["memory-fit", input], ["memory-fit", other]), says("Both."));
    const { agent, outcomes } = startTurn(script.backend, knowledge);
    await agent.generate({ prompt: "Which?" });
    expect(outcomes.map((outcome) => outcome.input)).toEqual([input, other]);
    for (const device of ["orin-nx-16gb", "agx-orin-64gb"]) expect(lastSent(script)).toContain(device);
  });

  it("tells the model the nearest known names of an unknown one, and keeps the sentence", async () => {
    const unknown = { ...input, device: "orin-mega" };
    const script = createScriptedBackend(calls(["memory-fit", unknown]), says("Which board?"));
    const { agent, outcomes } = startTurn(script.backend, knowledge);
    await agent.generate({ prompt: "Does it fit?" });
    const error = expect.stringMatching(/Cannot find the device "orin-mega".*orin/);
    expect(outcomes).toEqual([{ name: "memory-fit", input: unknown, error }]);
    expect(lastSent(script)).toContain("the nearest known are");
  });

  it.each([
    { why: "its schema refuses", call: calls(["memory-fit", { device: 5 }]) },
    { why: "no tool has", call: calls(["memory", input]) },
  ])("lets the model mend a call that $why", async ({ call }) => {
    const script = createScriptedBackend(call, calls(["memory-fit", input]), says("It fits."));
    const { agent, outcomes } = startTurn(script.backend, knowledge);
    const { text } = await agent.generate({ prompt: "Does it fit?" });
    expect(text).toBe("It fits.");
    expect(outcomes).toEqual([{ name: "memory-fit", input, output: expect.anything() }]);
  });

  it("says that documents cannot be searched, without a path", async () => {
    const file = join(root, "no-folder");
    writeFileSync(file, "");
    const script = createScriptedBackend(calls(["search-documents", { query: "MIG" }]), says("Sorry."));
    const { agent, outcomes } = startTurn(script.backend, openKnowledge(file));
    await agent.generate({ prompt: "What is MIG?" });
    expect(outcomes).toMatchObject([{ error: expect.stringContaining("Cannot search") }]);
    expect(JSON.stringify(outcomes)).not.toContain(root);
  });

  it("ends a model that never stops calling tools", async () => {
    const script = createScriptedBackend(calls(["look-up", { name: "Thor" }]));
    const { agent } = startTurn(script.backend, knowledge);
    await agent.generate({ prompt: "Tell me of Thor" });
    expect(script.sent.length).toBeGreaterThan(2);
    expect(script.sent.length).toBeLessThan(12);
  });

  it("asks for the likeliest words and gives the rules of the house", async () => {
    const script = createScriptedBackend(says("Hello."));
    await startTurn(script.backend, knowledge).agent.generate({ prompt: "Hello" });
    expect(script.sent[0]).toMatchObject({ temperature: 0 });
    expect(script.sent[0]?.prompt[0]).toMatchObject({ role: "system" });
    expect(script.sent[0]?.tools?.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  });

  it("shares nothing with another turn", async () => {
    const { backend } = createScriptedBackend(calls(["look-up", { name: "Thor" }]), says("Thor."));
    const [first, second] = [startTurn(backend, knowledge), startTurn(backend, knowledge)];
    await first.agent.generate({ prompt: "Thor?" });
    expect(first.outcomes).toHaveLength(1);
    expect(second.outcomes).toEqual([]);
  });
});
