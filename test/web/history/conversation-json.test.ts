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

async function fileOf(conversations: readonly Conversation[]): Promise<Blob> {
  const pieces: string[] = [];
  for await (const piece of toJson(conversations)) pieces.push(piece);
  return new Blob(pieces);
}

describe("conversations as JSON", () => {
  it.each([
    { count: 0, conversations: [] },
    { count: 1, conversations: [conversation] },
    { count: 2, conversations: [conversation, { ...conversation, id: "two", messages: [] }] },
  ])("come back as they were, if there are $count", async ({ conversations }) => {
    const file = await fileOf(conversations);
    expect(await fromJson(file)).toEqual(conversations);
    expect(JSON.parse(await file.text())).toEqual({
      format: "jetson-advisor-conversations",
      version: 1,
      conversations,
    });
  });

  it("are read with word of how far it is", async () => {
    const shares: number[] = [];
    await fromJson(await fileOf([conversation]), (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
  });

  it("tell nothing of how far an empty file is, which has no shares", async () => {
    const shares: number[] = [];
    await expect(fromJson(new Blob([]), (share) => shares.push(share))).rejects.toThrow("it is not JSON");
    expect(shares).toEqual([]);
  });

  it("keep characters of several bytes wherever the file is cut", async () => {
    const title = "Größe 🚀 ".repeat(40_000);
    const [read] = await fromJson(await fileOf([{ ...conversation, title }]));
    expect(read?.title).toBe(title);
  });

  it.each([
    ["", "it is not JSON"],
    ["{", "it is not JSON"],
    ["null", "it is no file of conversations"],
    ["[]", "it is no file of conversations"],
    ['{"format":"another","conversations":[]}', "it is no file of conversations"],
    ['{"format":"jetson-advisor-conversations","conversations":{}}', "it is no file of conversations"],
  ])("are not read from %j", async (text, reason) => {
    await expect(fromJson(new Blob([text]))).rejects.toThrow(reason);
  });

  it("are all refused when one is broken, which is named", async () => {
    const broken = { ...conversation, messages: [{ id: "q", role: "user", parts: [{ type: "text" }] }] };
    const text = JSON.stringify({
      format: "jetson-advisor-conversations",
      conversations: [conversation, broken],
    });
    await expect(fromJson(new Blob([text]))).rejects.toThrow(
      "its conversation 2 of 2 is not of the known shape",
    );
  });
});
