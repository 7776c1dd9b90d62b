import type { UIMessage } from "ai";
import { describe, expect, it } from "vitest";
import { toSentMessages } from "../../../web/history/sent-messages.ts";

function said(id: string, text: string): UIMessage {
  return { id, role: "user", parts: [{ type: "text", text }] };
}

describe("toSentMessages()", () => {
  it("sends the words of an answer without its tool results", () => {
    const answer: UIMessage = {
      id: "a",
      role: "assistant",
      metadata: { keptAt: 1 },
      parts: [
        { type: "step-start" },
        { type: "text", text: "It fits.", state: "done" },
        { type: "data-answer", data: { model: "built-in" } },
      ],
    };
    expect(toSentMessages([answer])).toEqual([
      { id: "a", role: "assistant", parts: [{ type: "text", text: "It fits." }] },
    ]);
  });

  it("leaves out what is oldest when it would be more than the server takes", () => {
    const messages = Array.from({ length: 1_000 }, (_, index) => said(String(index), "ä".repeat(500)));
    const sent = toSentMessages(messages);
    expect(sent.at(-1)?.id).toBe("999");
    expect(sent.length).toBeGreaterThan(100);
    expect(sent).toEqual(messages.slice(-sent.length));
    expect(new TextEncoder().encode(JSON.stringify(sent)).length).toBeLessThan(200 * 1024);
  });

  it("sends a question of any length", () => {
    expect(toSentMessages([said("1", "before"), said("2", "x".repeat(300_000))]).map(({ id }) => id)).toEqual(
      ["2"],
    );
  });
});
