import { afterEach, describe, expect, it } from "vitest";
import { plantPassages } from "../../../evals/planted.ts";
import { createAdvisorOpener } from "../../../evals/run/open-advisor.ts";
import { taskSlug } from "../../../evals/run/task.ts";
import { scripted } from "../../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../../evals/self/model-server/ollama-server.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const usual = { model: "built-in", mode: "guided", checked: true } as const;
const [one, two] = [
  { case: "a", trial: 1 },
  { case: "b", trial: 1 },
];
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function ollama(text: string) {
  const server = await startOllamaServer({ brain: scripted({ text }) });
  open.push(server);
  return server;
}

describe("createAdvisorOpener()", () => {
  it("has one advisor for all trials, and another where passages are planted", async () => {
    const openAdvisor = createAdvisorOpener(usual, knowledge);
    const planted = plantPassages(knowledge, [{ document: "d", heading: "h", text: "t" }]);
    const first = await openAdvisor(one, knowledge);
    expect(await openAdvisor(two, knowledge)).toBe(first);
    expect(await openAdvisor(two, planted)).not.toBe(first);
  });

  it("gives each trial its own address on a tape", async () => {
    const server = await ollama("Hello.");
    const tape = { root: server.root, path: "/v1" };
    const openAdvisor = createAdvisorOpener({ ...usual, model: "qwen3:4b", tape }, knowledge);
    await openAdvisor(one, knowledge);
    await openAdvisor(two, knowledge);
    const trials = new Set(server.asked.map(({ path }) => path.split("/")[1]));
    expect([...trials]).toEqual([taskSlug(one), taskSlug(two)]);
  });

  it.each([
    { checked: true, shown: false },
    { checked: false, shown: true },
  ])("shows an invented speed: $shown, where answers are checked: $checked", async ({ checked, shown }) => {
    const { endpoint } = await ollama("Llama 3.1 8B runs at 987 tok/s on the Jetson Orin NX 16GB.");
    const openAdvisor = createAdvisorOpener({ ...usual, model: "qwen3:4b", endpoint, checked }, knowledge);
    const advisor = await openAdvisor(one, knowledge);
    const { answer } = await advisor.ask("Can I run Llama 3.1 8B on an Orin NX 16GB?");
    expect(answer.includes("987")).toBe(shown);
  });
});
