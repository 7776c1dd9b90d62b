import { describe, expect, it } from "vitest";
import { toStatusText } from "../../../web/chat/status-text.ts";

const question = { id: "q", role: "user" as const, parts: [] };
const early = { id: "a", role: "assistant" as const, parts: [] };
const checked = { ...early, parts: [{ type: "data-answer" as const, data: {} }] };

describe("toStatusText()", () => {
  it.each([
    ["ready", undefined, "", ""],
    ["submitted", question, "", "Question sent. Waiting for the answer."],
    ["submitted", question, "Second in the queue …", "Second in the queue …"],
    ["streaming", early, "", "The answer is being written."],
    ["ready", checked, "Second in the queue …", "The answer is complete."],
    ["ready", early, "", "The answer ended early."],
    ["error", early, "", "The answer ended early."],
    ["error", question, "", "There is no answer."],
    ["ready", question, "", "Stopped before an answer came."],
  ] as const)("says of %s, last %j, waiting %j: %s", (status, last, waiting, words) => {
    expect(toStatusText(status, last, waiting)).toBe(words);
  });
});
