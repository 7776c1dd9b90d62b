import { describe, expect, it } from "vitest";
import type { Conversation } from "../../../web/history/conversation.ts";
import { importFile } from "../../../web/history/conversation-files.ts";
import { toJson } from "../../../web/history/conversation-json.ts";
import type { ConversationStore } from "../../../web/history/conversation-store.ts";
import { createHistory } from "../../../web/history/history.ts";
import { createMemoryStore } from "../../../web/history/memory-store.ts";
import type { Notice } from "../../../web/history/notice.ts";

function conversation(id: string, words = "Does it fit?"): Conversation {
  const message = { id: "q", role: "user" as const, parts: [{ type: "text" as const, text: words }] };
  return { id, title: id, createdAt: 1, updatedAt: 2, messages: [message] };
}

/** A store that says of messages when it has kept them, as the one of the browser does. */
function createTellingStore(): ConversationStore {
  const store = createMemoryStore();
  return {
    ...store,
    async put(conversation, onKept) {
      await store.put(conversation);
      for (const _message of conversation.messages) onKept?.(1);
    },
  };
}

async function fileOf(...conversations: Conversation[]): Promise<File> {
  const pieces: string[] = [];
  for await (const piece of toJson(conversations)) pieces.push(piece);
  return new File(pieces, "kept.json");
}

/** Imports a file, and keeps everything that is said of it, in its order. */
async function hear(file: File, history = createHistory(createTellingStore())) {
  const told: Notice[] = [];
  const last = await importFile(file, history, (notice) => told.push(notice));
  return { told: told.map(({ text }) => text), last, history };
}

describe("importFile()", () => {
  it("says how many conversations came, and how many had been here", async () => {
    const { last, history } = await hear(await fileOf(conversation("one")));
    expect(last).toEqual({ text: "Imported 1 conversation." });
    const again = await hear(await fileOf(conversation("one"), conversation("two")), history);
    expect(again.last).toEqual({
      text: "Imported 1 conversation. 1 conversation of it had been here already.",
    });
    expect(history.state().summaries.map(({ id }) => id)).toEqual(["one", "two"]);
  });

  it("says how far it is, a tenth at most once and never one that is passed", async () => {
    const many = Array.from({ length: 40 }, (_, count) => conversation(`${count}`, "words ".repeat(5_000)));
    const { told } = await hear(await fileOf(...many));
    const tenths = ["10 %", "20 %", "30 %", "40 %", "50 %", "60 %", "70 %", "80 %", "90 %", "100 %"];
    const steps = tenths.map((tenth) => `Importing kept.json: ${tenth} …`);
    expect(told).toEqual(["Importing kept.json …", ...steps]);
  });

  it.each([
    { what: "a broken file", text: "{" },
    { what: "an empty file", text: "" },
  ])("says what is wrong with $what, and no share of it that is no number", async ({ text }) => {
    const { told, last, history } = await hear(new File([text], "broken.json"));
    expect(last).toEqual({
      text: "Cannot import broken.json: it is not JSON. Nothing was changed.",
      isProblem: true,
    });
    expect(told[0]).toBe("Importing broken.json …");
    expect(told.join(" ")).not.toContain("NaN");
    expect(history.state().summaries).toEqual([]);
  });

  it.each([
    { what: "no conversations", file: () => fileOf() },
    { what: "conversations without messages", file: () => fileOf({ ...conversation("one"), messages: [] }) },
  ])("says no share that is no number of a file of $what", async ({ file }) => {
    const { told, last } = await hear(await file());
    expect(last.text).toMatch(/^Imported \d conversations?\.$/);
    expect(told.join(" ")).not.toContain("NaN");
  });
});
