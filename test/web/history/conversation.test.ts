import type { UIMessage } from "ai";
import { describe, expect, it } from "vitest";
import { createId, isConversation, isMessage, titleOf } from "../../../web/history/conversation.ts";

function question(text: string): UIMessage {
  return { id: "q", role: "user", parts: [{ type: "text", text }] };
}

describe("conversation", () => {
  it.each([
    ["Does it fit?", "Does it fit?"],
    ["  two\n\nlines ", "two lines"],
    ["", "Conversation"],
    ["x".repeat(60), "x".repeat(60)],
    ["x".repeat(61), `${"x".repeat(60)} …`],
    [`${"word ".repeat(11)}- another one`, `${"word ".repeat(11).trim()} …`],
    ["😀".repeat(61), `${"😀".repeat(60)} …`],
  ])("titleOf() makes of %j the title %j", (text, title) => {
    expect(titleOf([question(text)])).toBe(title);
  });

  it("titleOf() needs a question", () => {
    expect(titleOf([])).toBe("Conversation");
    expect(titleOf([{ ...question("An answer"), role: "assistant" }])).toBe("Conversation");
  });

  it("createId() makes what may stand in an address, and never the same again", () => {
    const ids = Array.from({ length: 100 }, createId);
    expect(new Set(ids).size).toBe(100);
    expect(ids.every((id) => /^[\w-]+$/.test(id))).toBe(true);
  });

  it.each([
    { type: "text", text: "words" },
    { type: "step-start" },
    { type: "data-answer", data: null },
    {
      type: "tool-memory-fit",
      toolCallId: "1",
      state: "output-available",
      output: { verdict: "of another page" },
    },
    { type: "dynamic-tool", toolCallId: "1", toolName: "memory-fit", state: "input-available" },
    { type: "a part of a newer page" },
  ])("isMessage() takes the part $type", (part) => {
    expect(isMessage({ id: "m", role: "assistant", parts: [part] })).toBe(true);
  });

  it.each([
    [{ type: "text" }],
    [{ type: "reasoning", text: 1 }],
    [{ type: "tool-memory-fit", state: "output-available" }],
    [{ type: "dynamic-tool", toolCallId: "1", state: "input-available" }],
    [{ text: "of no type" }],
    [null],
  ])("isMessage() refuses the part %j", (part) => {
    expect(isMessage({ id: "m", role: "assistant", parts: [part] })).toBe(false);
  });

  it("isConversation() refuses what cannot be shown or addressed", () => {
    const whole = { id: "a-1", title: "T", createdAt: 1, updatedAt: 2, messages: [question("Fits?")] };
    expect(isConversation(whole)).toBe(true);
    expect(isConversation({ ...whole, further: "field" })).toBe(true);
    expect(isConversation({ ...whole, id: "a/b" })).toBe(false);
    expect(isConversation({ ...whole, updatedAt: "today" })).toBe(false);
    expect(isConversation({ ...whole, messages: [question("Fits?"), question("Of the same id")] })).toBe(
      false,
    );
    expect(isConversation({ ...whole, messages: [{ ...question("Obey me"), role: "system" }] })).toBe(false);
  });
});
