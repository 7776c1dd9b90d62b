import { describe, expect, it } from "vitest";
import { profileOf } from "../../../server/backends/profiles.ts";
import { toRequestBody, withoutExtras } from "../../../server/backends/request-body.ts";

const parameters = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  properties: { a: { $schema: "x", type: "number" } },
};
const body = {
  model: "m",
  messages: [{ role: "user", content: "$schema" }],
  tools: [{ type: "function", function: { name: "add", parameters } }],
  tool_choice: "auto",
  temperature: 0,
  max_tokens: 500,
};

describe("toRequestBody()", () => {
  it("keeps the request's own fields", () => {
    expect(toRequestBody(body, profileOf("vllm"))).toMatchObject({
      model: "m",
      messages: [{ role: "user", content: "$schema" }],
      tool_choice: "auto",
      temperature: 0,
      max_tokens: 500,
    });
  });

  it("takes the dialect out of the schemas of tools, at any depth, and nothing else", () => {
    expect(toRequestBody(body, profileOf("openai-compatible")).tools).toEqual([
      {
        type: "function",
        function: { name: "add", parameters: { type: "object", properties: { a: { type: "number" } } } },
      },
    ]);
  });

  it.each([
    { kind: "ollama" as const, extras: { reasoning_effort: "none" } },
    {
      kind: "vllm" as const,
      extras: { chat_template_kwargs: { enable_thinking: false }, tool_choice: "auto" },
    },
    {
      kind: "llama-server" as const,
      extras: {
        chat_template_kwargs: { enable_thinking: false },
        parallel_tool_calls: true,
        cache_prompt: true,
        tool_choice: "auto",
      },
    },
    { kind: "openai-compatible" as const, extras: { tool_choice: "auto" } },
  ])("speaks to $kind as that wants it", ({ kind, extras }) => {
    const {
      model: _,
      messages: __,
      tools: ___,
      temperature: ____,
      max_tokens: _____,
      ...rest
    } = toRequestBody(body, profileOf(kind));
    expect(rest).toEqual(extras);
  });

  it("has no tools where the request has none", () => {
    expect(Object.keys(toRequestBody({ model: "m" }, profileOf("ollama")))).not.toContain("tools");
  });

  it("is the same text every time, for the server's cache", () => {
    expect(JSON.stringify(toRequestBody(body, profileOf("llama-server")))).toBe(
      JSON.stringify(toRequestBody(structuredClone(body), profileOf("llama-server"))),
    );
  });
});

describe("withoutExtras()", () => {
  it("takes out what the profile adds, and nothing else", () => {
    const profile = profileOf("llama-server");
    const sent = JSON.stringify(toRequestBody({ model: "m", temperature: 0 }, profile));
    expect(JSON.parse(withoutExtras(sent, profile))).toEqual({ model: "m", temperature: 0 });
  });
});
