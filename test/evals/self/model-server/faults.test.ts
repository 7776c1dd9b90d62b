import { expect, it } from "vitest";
import { scripted } from "../../../../evals/self/model-server/brain.ts";
import type { Fault } from "../../../../evals/self/model-server/faults.ts";
import { startOllamaServer } from "../../../../evals/self/model-server/ollama-server.ts";

async function replyWith(fault: Fault) {
  const server = await startOllamaServer({ brain: scripted({ text: "one two three" }), fault });
  const body = JSON.stringify({ model: "qwen3:4b", messages: [], stream: true });
  try {
    const response = await fetch(`${server.endpoint}/chat/completions`, { method: "POST", body });
    return { status: response.status, text: await response.text().catch(() => "broken off") };
  } finally {
    await server.close();
  }
}

it.each<[Fault, number, RegExp]>([
  [{ kind: "ok" }, 200, /three[\s\S]*\[DONE\]/],
  [{ kind: "no-done" }, 200, /three(?![\s\S]*\[DONE\])/],
  [{ kind: "bad-json", at: 1 }, 200, /"delta":\n\n/],
  [{ kind: "rst", at: 1 }, 200, /^broken off$/],
  [{ kind: "status", status: 503 }, 503, /^\{\}$/],
  [{ kind: "html" }, 200, /Log in/],
  [{ kind: "oom" }, 500, /signal: killed/],
])("sendEvents() has a reply go wrong as told: $kind", async (fault, status, text) => {
  const reply = await replyWith(fault);
  expect(reply.status).toBe(status);
  expect(reply.text).toMatch(text);
});
