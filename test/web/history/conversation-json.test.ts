import { describe, expect, it } from "vitest";
import type { Conversation } from "../../../web/history/conversation.ts";
import { fromJson, toJson } from "../../../web/history/conversation-json.ts";

const conversation: Conversation = {
  id: "one",
  title: "Does it fit?",
  createdAt: 1,
  updatedAt: 2,
  messages: [
    { id: "q", role: "user", parts: [{ type: "text", text: "Does it fit?" }] },
    { id: "a", role: "assistant", parts: [{ type: "data-answer", data: { model: "built-in" } }] },
  ],
};

describe("conversations as JSON", () => {
  it("come back as they were", () => {
    expect(fromJson(toJson([conversation, { ...conversation, id: "two" }]))).toEqual([
      conversation,
      { ...conversation, id: "two" },
    ]);
    expect(fromJson(toJson([]))).toEqual([]);
  });

  it.each([
    ["", "it is not JSON"],
    ["{", "it is not JSON"],
    ["null", "it is no file of conversations"],
    ["[]", "it is no file of conversations"],
    ['{"format":"another","conversations":[]}', "it is no file of conversations"],
    ['{"format":"jetson-advisor-conversations","conversations":{}}', "it is no file of conversations"],
  ])("are not read from %j", (text, reason) => {
    expect(() => fromJson(text)).toThrow(reason);
  });

  it("are all refused when one is broken, which is named", () => {
    const broken = { ...conversation, messages: [{ id: "q", role: "user", parts: [{ type: "text" }] }] };
    const text = JSON.stringify({
      format: "jetson-advisor-conversations",
      conversations: [conversation, broken],
    });
    expect(() => fromJson(text)).toThrow("its conversation 2 of 2 is not of the known shape");
  });
});
