import { afterEach, describe, expect, it, vi } from "vitest";
import { type Brain, type BrainCall, ChatBody, contentOf } from "../../evals/self/model-server/brain.ts";
import type { ModelServer } from "../../evals/self/model-server/start-server.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createOpenAICompatibleBackend } from "../../server/backends/openai-compatible.ts";
import { profileOf } from "../../server/backends/profiles.ts";
import { answerOf, createBench, expectOrderly, expectSettled, textOf } from "../fixtures/fault-bench.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";
import { shortClocks, usualQuestion, usualSentences } from "../fixtures/whole-product.ts";

const bench = createBench();
afterEach(bench.close);

const memoryFit = (device: string): BrainCall => ({
  name: "memory-fit",
  input: { device, workloads: [{ model: "llama-3.1-8b" }] },
});
const text = usualSentences.join("");

/** Calls these as long as it is offered tools, then writes. */
const calling =
  (callsAt: (index: number) => BrainCall[]): Brain =>
  ({ tools }, index) =>
    tools?.length ? { calls: callsAt(index) } : { text };

const bodies = (server: ModelServer) => server.chats().map(({ body }) => ChatBody.parse(body));
/** What the model was told of its own calls: the results behind its first reply. */
const toldIn = (server: ModelServer) =>
  bodies(server)
    .at(-1)
    ?.messages.filter(({ role }) => role === "tool")
    .map(contentOf) ?? [];

/** Calls as the page saw them, beside the planner's. */
async function ask(brain: Brain, mode: "guided" | "free" = "guided") {
  const { server, product } = await bench.ollama({ brain }, { mode });
  const reply = await product.chat();
  expectOrderly(reply);
  const called = reply.arrived.filter(({ part }) => part.type === "tool-input-available");
  const own = called.filter(({ part }) => !String(part.toolCallId).startsWith("plan-"));
  return { server, product, reply, own: own.map(({ part }) => part) };
}

describe("R12: calls whose arguments are broken", () => {
  it.each([
    '{"device": "orin-nx-16gb", "workl',
    "{'device': 'orin-nx-16gb'}",
    '{"device": "orin-nx-16gb", "workloads": [{"model": "llama-3.1-8b"}]',
    "orin-nx-16gb",
    "[]",
    "null",
    '{"workloads": 7}',
    '{"__proto__": {"device": "orin-nx-16gb"}}',
  ])("are not made, told twice what is wrong, and answered without: %s", async (input) => {
    const { server, product, reply, own } = await ask(calling(() => [{ name: "memory-fit", input }]));
    expect(own).toEqual([]);
    expect(answerOf(reply)).toMatchObject({ degraded: false, verdict: "fits", stopReason: "tool-limit" });
    expect(server.chats()).toHaveLength(3);
    expect(toldIn(server).filter((told) => /^Cannot call memory-fit: .*Example: /.test(told))).toHaveLength(
      2,
    );
    await expectSettled(product, server);
  });

  it("are made once the model has mended them", async () => {
    const { own, reply } = await ask((body, index) => {
      if (index === 0) return { calls: [{ name: "memory-fit", input: '{"device": "agx-orin-64gb", "wor' }] };
      return index === 1 && body.tools ? { calls: [memoryFit("agx-orin-64gb")] } : { text };
    });
    expect(own).toMatchObject([{ toolName: "memory-fit", input: { device: "agx-orin-64gb" } }]);
    expect(answerOf(reply)).toMatchObject({ stopReason: "complete" });
  });
});

describe("R13: calls of tools that there are not", () => {
  it.each([
    "delete_all",
    "constructor",
    "__proto__",
    "toString",
    "execute_shell",
    "",
    "memory-fit; rm -rf /",
  ])('are not made: "%s"', async (name) => {
    const { server, product, reply, own } = await ask(calling(() => [{ name, input: {} }]));
    expect(own).toEqual([]);
    expect(answerOf(reply)).toMatchObject({ verdict: "fits", problem: null });
    expect(server.chats().length).toBeLessThanOrEqual(3);
    await expectSettled(product, server);
  });

  it("tell the model which there are", async () => {
    const { server } = await ask(calling(() => [{ name: "delete_all", input: {} }]));
    expect(toldIn(server).filter((told) => told.startsWith('There is no tool "delete_all".'))).toHaveLength(
      2,
    );
  });
});

describe("R14: a model that calls for ever", () => {
  const boards = ["agx-orin-64gb", "agx-orin-32gb", "orin-nano-8gb", "thor-t4000", "orin-nx-8gb"];
  it.each([
    { name: "the same call", callsAt: () => [memoryFit("agx-orin-64gb")] },
    { name: "the planner's call", callsAt: () => [memoryFit("orin-nx-16gb")] },
    { name: "the same call six times a step", callsAt: () => Array(6).fill(memoryFit("agx-orin-64gb")) },
    {
      name: "two calls in turn",
      callsAt: (index: number) => [memoryFit(index % 2 ? "agx-orin-64gb" : "agx-orin-32gb")],
    },
    {
      name: "another call each time",
      callsAt: (index: number) => [memoryFit(boards[index] ?? "orin-nx-8gb")],
    },
    {
      name: "a hundred calls a step",
      callsAt: (index: number) => Array.from({ length: 100 }, (_, at) => memoryFit(`${boards[index]}-${at}`)),
    },
  ])("is stopped, and answers: $name", async ({ callsAt }) => {
    for (const mode of ["guided", "free"] as const) {
      const { server, product, reply, own } = await ask(calling(callsAt), mode);
      expect(server.chats().length).toBeLessThanOrEqual(5);
      const inputs = own.map(({ input }) => JSON.stringify(input));
      expect(new Set(inputs).size).toBe(inputs.length);
      expect(inputs.length).toBeLessThanOrEqual(24);
      expect(answerOf(reply)).toMatchObject({ verdict: "fits", stopReason: "tool-limit", degraded: false });
      expect(textOf(reply)).toContain("fits");
      expect(bodies(server).at(-1)?.tools).toBeUndefined();
      await expectSettled(product, server);
    }
  });

  it("gives every call of a request its result", async () => {
    const { server } = await ask(
      calling((index) => [memoryFit(boards[index] ?? ""), { name: "nothing", input: {} }]),
    );
    for (const { messages } of bodies(server)) {
      const ids = JSON.stringify(messages).match(/"tool_call_id":"[^"]+"/g) ?? [];
      const calls = messages.flatMap(({ tool_calls }) => (Array.isArray(tool_calls) ? tool_calls : []));
      expect(ids).toHaveLength(calls.length);
    }
  });
});

describe("R16: tools that fail", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  async function advisorOver(search: typeof knowledge.search) {
    const { server } = await bench.ollama();
    const backend = createOpenAICompatibleBackend({
      endpoint: server.endpoint,
      model: "qwen3:4b",
      profile: profileOf("ollama"),
      clocks: shortClocks,
    });
    return createAdvisor(backend, { ...knowledge, search }, () => performance.now());
  }

  it("are given up after five seconds, and the answer goes on without them", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const advisor = await advisorOver(() => new Promise(() => {}));
    let isOver = false;
    const refused: string[] = [];
    const onEvent = (event: { type: string; message?: string }) => {
      if (event.type === "refused") refused.push(event.message ?? "");
    };
    const asked = advisor.ask(usualQuestion, { onEvent }).finally(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(4_900);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(await asked).toMatchObject({ degraded: false, verdict: "fits", problem: null });
    expect(refused).toEqual([expect.stringContaining("took more than 5 s")]);
  });

  it("tell the model no stack and no path when they throw, and the answer goes on", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const advisor = await advisorOver(() => Promise.reject(new Error("EIO: /root/.index/g-7/data.lance")));
    const answer = await advisor.ask(usualQuestion);
    expect(answer).toMatchObject({ degraded: false, verdict: "fits" });
    expect(JSON.stringify(answer)).not.toMatch(/EIO|data\.lance/);
    expect(log).toHaveBeenCalled();
  });
});
