import { afterEach, describe, expect, it, vi } from "vitest";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createOpenAICompatibleBackend } from "../../../server/backends/openai-compatible.ts";
import { tools } from "../../../tools/registry.ts";
import { type Reply, startModelServer } from "../../fixtures/openai-server.ts";
import { readParts } from "../../fixtures/scripted-model.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const input = { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] };
const call: Reply = { tool: "memory-fit", input };
const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";
const servers: Awaited<ReturnType<typeof startModelServer>>[] = [];

async function start(...replies: Reply[]) {
  const server = await startModelServer(...replies);
  servers.push(server);
  return { ...server, advisor: advisorAt(server.endpoint) };
}

function advisorAt(endpoint: string) {
  return createAdvisor(createOpenAICompatibleBackend(endpoint, "qwen3:8b"), knowledge, () => 0);
}

async function streamed(advisor: ReturnType<typeof advisorAt>, text = question) {
  return await readParts(await advisor.stream([{ id: "1", role: "user", parts: [{ type: "text", text }] }]));
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe("createOpenAICompatibleBackend()", () => {
  it("carries the name of its model", () => {
    expect(createOpenAICompatibleBackend("http://127.0.0.1:1/v1", "qwen3:8b").name).toBe("qwen3:8b");
  });

  it.each(["", "/", "//"])("asks the chat protocol at the address given, ending in /v1%s", async (end) => {
    const { asked, endpoint } = await start({ text: "Hello." });
    await advisorAt(endpoint + end).ask("Hello");
    expect(asked.map(({ path }) => path)).toEqual(["/v1/chat/completions"]);
    expect(asked[0]?.body).toMatchObject({
      model: "qwen3:8b",
      messages: [{ role: "system" }, { role: "user" }],
    });
  });

  it("offers every tool under its name, with an object of parameters", async () => {
    const { asked, advisor } = await start({ text: "Hello." });
    await advisor.ask("Hello");
    const offered = asked[0]?.body.tools?.map((offer) => offer.function);
    expect(offered).toEqual(
      tools.map(({ name, description }) =>
        expect.objectContaining({
          name,
          description,
          parameters: expect.objectContaining({ type: "object" }),
        }),
      ),
    );
  });

  it("answers with the model's plain words", async () => {
    const { advisor } = await start({ text: "Hello there." });
    expect(await advisor.ask("Hello")).toMatchObject({
      answer: "Hello there.",
      model: "qwen3:8b",
      verdict: null,
      toolCalls: [],
      check: { verified: [], given: [], unverified: [] },
    });
  });

  it("runs the tool the model calls and tells it the verdict, then answers", async () => {
    const { advisor, asked } = await start(call, { text: "Yes, it fits in 16.4 GB." });
    const answer = await advisor.ask(question);
    expect(answer).toMatchObject({ answer: "Yes, it fits in 16.4 GB.", verdict: "fits" });
    expect(answer.toolCalls).toMatchObject([{ name: "memory-fit", input, output: { verdict: "fits" } }]);
    expect(answer.check.verified.map(({ text }) => text)).toEqual(["16.4 GB"]);
    const told = asked[1]?.body.messages.at(-1);
    expect(told).toMatchObject({ role: "tool", tool_call_id: "call_1" });
    expect(JSON.stringify(told)).toContain("verdict: fits");
  });

  it("lets a model mend a call that the tool refuses", async () => {
    const wrong: Reply = { tool: "memory-fit", input: { ...input, device: "orin-mega" } };
    const { advisor, asked } = await start(wrong, call, { text: "It fits." });
    expect(await advisor.ask(question)).toMatchObject({
      verdict: "fits",
      toolCalls: [{ name: "memory-fit" }],
    });
    expect(JSON.stringify(asked[1]?.body.messages.at(-1))).toContain("the nearest known are");
  });

  it("marks a number that the model invented, whole and streamed", async () => {
    const text = "It fits and runs at 87.5 tok/s with 16.4 GB.";
    const { advisor } = await start(call, { text });
    const unverified = [{ text: "87.5 tok/s" }];
    expect((await advisor.ask(question)).check).toMatchObject({ unverified });
    const again = await start(call, { text });
    const parts = await streamed(again.advisor);
    expect(parts.find(({ type }) => type === "data-answer")?.data).toMatchObject({ check: { unverified } });
  });

  it("streams words as they come, and the tool's whole result", async () => {
    const { advisor, asked } = await start(call, { text: "Yes, it fits." });
    const parts = await streamed(advisor);
    const deltas = parts.filter(({ type }) => type === "text-delta").map(({ delta }) => delta);
    expect(deltas).toEqual(["Yes, ", "it ", "fits."]);
    expect(parts.find(({ type }) => type === "tool-output-available")).toMatchObject({
      output: { verdict: "fits", lines: expect.any(Array) },
    });
    expect(asked.map(({ body }) => body.stream)).toEqual([true, true]);
    expect(parts.find(({ type }) => type === "data-answer")?.data).toMatchObject({
      answer: "Yes, it fits.",
      verdict: "fits",
      model: "qwen3:8b",
    });
  });

  it.each([
    { name: "HTTP 500", reply: { status: 500 } },
    { name: "HTTP 404", reply: { status: 404, body: '{"error":{"message":"model not found"}}' } },
    { name: "a page instead of JSON", reply: { status: 200, body: "<html>Welcome to nginx</html>" } },
  ])(
    "says that the model does not answer as expected for $name, without its address",
    async ({ reply }) => {
      const { advisor, endpoint } = await start(reply);
      const failed = advisor.ask(question);
      await expect(failed).rejects.toMatchObject({ code: "llm-unreachable", cause: expect.anything() });
      await expect(failed).rejects.toThrow(/^Cannot get an answer from qwen3:8b/);
      await expect(failed).rejects.not.toThrow(new URL(endpoint).port);
    },
    15_000,
  );

  it("says that nobody listens at a closed port, without its address", async () => {
    const { endpoint, close } = await startModelServer({ text: "Hello." });
    await close();
    const failed = advisorAt(endpoint).ask(question);
    await expect(failed).rejects.toMatchObject({ code: "llm-unreachable", cause: expect.anything() });
    await expect(failed).rejects.not.toThrow(/127\.0\.0\.1|ECONNREFUSED/);
    await expect(failed).rejects.not.toThrow(new URL(endpoint).port);
  }, 15_000);

  it("says so in the stream as well", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const { advisor } = await start({ status: 500 });
    const parts = JSON.stringify(await streamed(advisor));
    expect(parts).toContain("Cannot get an answer from qwen3:8b");
    expect(parts).not.toMatch(/127\.0\.0\.1|out of memory/);
    expect(parts).not.toContain("data-answer");
    log.mockRestore();
  }, 15_000);
});
