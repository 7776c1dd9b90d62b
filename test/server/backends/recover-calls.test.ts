import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import { streamText, type ToolSet, wrapLanguageModel } from "ai";
import { MockLanguageModelV4, simulateReadableStream } from "ai/test";
import { describe, expect, it } from "vitest";
import { recoverCalls, recoverCallsMiddleware } from "../../../server/backends/recover-calls.ts";
import { broken } from "../../fixtures/broken-calls.ts";
import { tools as addition } from "../../fixtures/model-servers/converse.ts";

const inputSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object" as const,
  properties: { a: { type: "number" as const }, b: { type: "number" as const } },
  required: ["a", "b"],
  additionalProperties: false,
};
const tools = [{ type: "function" as const, name: "add", inputSchema }];
const callOf = (name: string, input: unknown) => JSON.stringify({ name, arguments: input });
const good = callOf("add", { a: 1, b: 2 });

describe("recoverCalls()", () => {
  it("gives the call that the message is", () => {
    expect(recoverCalls(good, tools)).toEqual([
      {
        type: "tool-call",
        toolCallId: expect.stringMatching(/^recovered-/),
        toolName: "add",
        input: '{"a":1,"b":2}',
      },
    ]);
  });

  it("gives each call an id of its own", () => {
    const ids = recoverCalls(`[${good},${good}]`, tools)?.map(({ toolCallId }) => toolCallId);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    { what: "a tool that is not offered", text: callOf("delete_all", {}) },
    { what: "a name of every object", text: callOf("constructor", {}) },
    { what: "a name of every object's parent", text: callOf("__proto__", {}) },
    { what: "another case", text: callOf("Add", { a: 1, b: 2 }) },
    { what: "too few fields", text: callOf("add", { a: 1 }) },
    { what: "too many fields", text: callOf("add", { a: 1, b: 2, c: 3 }) },
    { what: "a field of another type", text: callOf("add", { a: "one", b: 2 }) },
    { what: "one good call and one bad", text: `[${good},${callOf("add", {})}]` },
  ])("gives none for $what", ({ text }) => {
    expect(recoverCalls(text, tools)).toBeUndefined();
  });

  it.each(broken)("gives none for %s", (text) => {
    expect(recoverCalls(text, tools)).toBeUndefined();
  });

  it("gives none where no tools are offered, or a schema cannot be read", () => {
    expect(recoverCalls(good, undefined)).toBeUndefined();
    const odd = { ...inputSchema, $ref: "#/nowhere" };
    expect(recoverCalls(good, [{ type: "function", name: "add", inputSchema: odd }])).toBeUndefined();
  });
});

const usage: LanguageModelV4Usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A model that streams these texts and calls, and what came out of the middleware. */
async function run(parts: readonly (string | { call: string })[], offered = true) {
  const chunks: LanguageModelV4StreamPart[] = [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "t" },
    ...parts.map(
      (part): LanguageModelV4StreamPart =>
        typeof part === "string"
          ? { type: "text-delta", id: "t", delta: part }
          : { type: "tool-call", toolCallId: "native", toolName: "add", input: part.call },
    ),
    { type: "text-end", id: "t" },
    { type: "finish", finishReason: { unified: "stop", raw: "stop" }, usage },
  ];
  let recovered = 0;
  const model = wrapLanguageModel({
    model: new MockLanguageModelV4({
      doStream: async () => ({ stream: simulateReadableStream({ chunks }) }),
    }),
    middleware: recoverCallsMiddleware(() => {
      recovered += 1;
    }),
  });
  const tools: ToolSet = offered ? addition : {};
  const texts: string[] = [];
  const calls: unknown[] = [];
  let finish = "";
  for await (const part of streamText({ model, prompt: "Hello", tools }).stream) {
    if (part.type === "text-delta") texts.push(part.text);
    if (part.type === "tool-call") calls.push(part.input);
    if (part.type === "finish") finish = part.finishReason;
  }
  return { texts, calls, finish, recovered };
}

describe("recoverCallsMiddleware()", () => {
  it("makes a call of a message that is one, shows none of its text, and counts it", async () => {
    expect(await run([...good])).toEqual({
      texts: [],
      calls: [{ a: 1, b: 2 }],
      finish: "tool-calls",
      recovered: 1,
    });
  });

  it("passes text as it comes", async () => {
    expect(await run(["Yes, ", "it ", "fits."])).toMatchObject({
      texts: ["Yes, ", "it ", "fits."],
      recovered: 0,
    });
  });

  it.each([`${good} So it is 3.`, "{ not a call }", "```json\n{}\n```", '[ {"a": 1} ]'])(
    "shows the whole of %s, which begins like a call",
    async (text) => {
      expect(await run([...text])).toMatchObject({ calls: [], recovered: 0, finish: "stop" });
      expect((await run([...text])).texts.join("")).toBe(text);
    },
  );

  it("leaves calls that the server tells as such, with the text before them", async () => {
    const native = await run(["{", { call: '{"a":3,"b":4}' }]);
    expect(native).toMatchObject({ texts: ["{"], calls: [{ a: 3, b: 4 }], recovered: 0 });
  });

  it("makes no call where none was offered", async () => {
    expect(await run([good], false)).toMatchObject({ texts: [good], calls: [], recovered: 0 });
  });

  it("lets a text go that is longer than any call", async () => {
    const long = `{ "${"x".repeat(40_000)}`;
    expect((await run([long, "more"])).texts.join("")).toBe(`${long}more`);
  });
});
