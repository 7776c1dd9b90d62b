import { describe, expect, it } from "vitest";
import { createFinder } from "../../../web/history/find-conversations.ts";
import { createMemoryStore } from "../../../web/history/memory-store.ts";

function conversation(id: string, title: string, words: string) {
  const message = { id: "q", role: "user" as const, parts: [{ type: "text" as const, text: words }] };
  return { id, title, createdAt: 1, updatedAt: 1, messages: [message] };
}

describe("createFinder()", () => {
  it("finds every word of a query in title and text, whatever their case and accents", async () => {
    const store = createMemoryStore();
    await store.put(conversation("one", "Größe", "Does it fit?"));
    await store.put(conversation("two", "Speed", "Does it run?"));
    const { find } = createFinder(store);
    expect([...(await find("GROSSE fit"))]).toEqual(["one"]);
    expect([...(await find("does"))]).toEqual(["one", "two"]);
    expect([...(await find("does submarine"))]).toEqual([]);
  });

  it("reads again only when what it knows is to be forgotten", async () => {
    const store = createMemoryStore();
    const finder = createFinder(store);
    expect((await finder.find("fit")).size).toBe(0);
    await store.put(conversation("one", "One", "Does it fit?"));
    expect((await finder.find("fit")).size).toBe(0);
    finder.forget();
    expect((await finder.find("fit")).size).toBe(1);
  });
});
