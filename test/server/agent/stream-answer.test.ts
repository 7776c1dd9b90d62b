import type { UIMessage } from "ai";
import { describe, expect, it } from "vitest";
import { streamAnswer } from "../../../server/agent/stream-answer.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const said = (role: UIMessage["role"], text: string, id: string): UIMessage => ({
  id,
  role,
  parts: [{ type: "text", text }],
});

async function typesOf(messages: UIMessage[]): Promise<string[]> {
  const parts = { backend: createBuiltInBackend(knowledge), knowledge, now: () => 0 };
  const body = await streamAnswer({ messages, abortSignal: undefined }, parts).text();
  return [...body.matchAll(/^data: \{"type":"([\w-]+)"/gm)].map(([, type = ""]) => type);
}

describe("streamAnswer()", () => {
  it("sends calls, results, words, the checked answer, and the end last", async () => {
    const types = await typesOf([said("user", "Can I run Llama 3.1 8B on an Orin NX 16GB?", "1")]);
    expect(types.indexOf("tool-output-available")).toBeLessThan(types.indexOf("text-delta"));
    expect(types.slice(-2)).toEqual(["data-answer", "finish"]);
    expect(types.filter((type) => type === "finish")).toHaveLength(1);
  });

  it("answers the last question of a conversation, with what was said before in mind", async () => {
    const messages = [
      said("user", "Can I run Llama 3.1 8B on an Orin NX 16GB?", "1"),
      said("assistant", "Yes.", "2"),
      said("user", "And on an AGX Orin 32GB?", "3"),
    ];
    const parts = { backend: createBuiltInBackend(knowledge), knowledge, now: () => 0 };
    const body = await streamAnswer({ messages, abortSignal: undefined }, parts).text();
    expect(body).toMatch(/Llama 3\.1 8B Instruct needs [^"]*Jetson AGX Orin 32GB/);
  });
});
