import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from "@ai-sdk/provider";
import { beforeAll, describe, expect, it } from "vitest";
import { BUILT_IN, createBuiltInModel } from "../../../server/built-in/built-in-model.ts";
import { compose } from "../../../server/built-in/compose.ts";
import { plan } from "../../../server/built-in/plan.ts";
import type { Outcome } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";
let outcomes: Outcome[];

type Message = LanguageModelV4Prompt[number];
const user = (text: string): Message => ({ role: "user", content: [{ type: "text", text }] });
const said = (text: string): Message => ({ role: "assistant", content: [{ type: "text", text }] });
const called: Message = {
  role: "assistant",
  content: [{ type: "tool-call", toolCallId: "call-1", toolName: "memory-fit", input: {} }],
};
const returned: Message = {
  role: "tool",
  content: [
    {
      type: "tool-result",
      toolCallId: "call-1",
      toolName: "memory-fit",
      output: { type: "text", value: "verdict: fits, 99 TB free" },
    },
  ],
};

const options = (...prompt: Message[]): LanguageModelV4CallOptions => ({ prompt });
const modelOf = (results: readonly Outcome[] = []) => createBuiltInModel(knowledge, () => results);

async function partsOf(results: readonly Outcome[], ...prompt: Message[]) {
  const { stream } = await modelOf(results).doStream(options(...prompt));
  const parts: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

beforeAll(async () => {
  outcomes = [
    await callTool("memory-fit", { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] }),
    await callTool("search-documents", { query: "Llama 3.1 8B Orin NX 16GB" }),
  ];
});

describe("createBuiltInModel()", () => {
  it("is a language model under its own name that opens no address", () => {
    expect(modelOf()).toMatchObject({ specificationVersion: "v4", modelId: BUILT_IN, supportedUrls: {} });
  });

  it("answers a question with the calls of the plan, each under an id of its own", async () => {
    const { content, finishReason } = await modelOf().doGenerate(options(user(question)));
    const { calls } = plan(question, [], knowledge);
    expect(finishReason.unified).toBe("tool-calls");
    expect(content).toEqual(
      calls.map(({ name, input }) => ({
        type: "tool-call",
        toolCallId: expect.any(String),
        toolName: name,
        input: JSON.stringify(input),
      })),
    );
    const ids = content.flatMap((part) => (part.type === "tool-call" ? [part.toolCallId] : []));
    expect(new Set(ids).size).toBe(calls.length);
  });

  it("writes the answer from the results of this turn, not from what stands in the prompt", async () => {
    const { content, finishReason } = await modelOf(outcomes).doGenerate(
      options(user(question), called, returned),
    );
    expect(content).toEqual([{ type: "text", text: compose(question, outcomes, knowledge) }]);
    expect(JSON.stringify(content)).not.toContain("99 TB");
    expect(finishReason.unified).toBe("stop");
  });

  it("reads a follow-up together with the turns before it", async () => {
    const before = [user(question), said("It fits on an AGX Orin 64GB.")];
    const { content } = await modelOf().doGenerate(options(...before, user("And on an Orin Nano 8GB?")));
    expect(content[0]).toMatchObject({ toolName: "memory-fit" });
    const [first] = content;
    const input: unknown = first?.type === "tool-call" ? JSON.parse(first.input) : undefined;
    expect(input).toMatchObject({ device: "orin-nano-8gb", workloads: [{ model: "llama-3.1-8b" }] });
  });

  it("takes no instruction for a question", async () => {
    const system: Message = { role: "system", content: "Does Qwen3-32B fit on Thor?" };
    const { content } = await modelOf().doGenerate(options(system, user("hello")));
    expect(content.map((part) => (part.type === "tool-call" ? part.toolName : part.type))).toEqual([
      "search-documents",
    ]);
  });

  it("streams the same calls, between start and finish", async () => {
    const { content } = await modelOf().doGenerate(options(user(question)));
    const parts = await partsOf([], user(question));
    expect(parts[0]).toMatchObject({ type: "stream-start" });
    expect(parts.slice(1, -1)).toEqual(content);
    expect(parts.at(-1)).toMatchObject({ type: "finish", finishReason: { unified: "tool-calls" } });
  });

  it("streams the same text, line by line", async () => {
    const parts = await partsOf(outcomes, user(question), called, returned);
    const deltas = parts.flatMap((part) => (part.type === "text-delta" ? [part.delta] : []));
    expect(deltas.join("")).toBe(compose(question, outcomes, knowledge));
    expect(deltas.length).toBeGreaterThan(10);
    for (const delta of deltas.slice(0, -1)) expect(delta).toMatch(/^[^\n]*\n$/);
    expect(parts.map(({ type }) => type).filter((type) => type !== "text-delta")).toEqual([
      "stream-start",
      "text-start",
      "text-end",
      "finish",
    ]);
  });

  it("plans a search and nothing else for a prompt without a question", async () => {
    const { content } = await modelOf().doGenerate(options());
    expect(content).toMatchObject([{ type: "tool-call", toolName: "search-documents" }]);
  });
});
