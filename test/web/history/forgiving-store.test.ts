import type { UIMessage } from "ai";
import { describe, expect, it } from "vitest";
import type { ConversationStore } from "../../../web/history/conversation-store.ts";
import { createForgivingStore } from "../../../web/history/forgiving-store.ts";
import { createMemoryStore } from "../../../web/history/memory-store.ts";
import { placeOf } from "../../../web/history/stub.ts";

/** A disk that fails in this way while `fault` is set. */
function createDisk(error: Error) {
  const fault = { isOn: true };
  const store = createMemoryStore();
  const run = <Value>(work: () => Promise<Value>) => (fault.isOn ? Promise.reject(error) : work());
  const disk: ConversationStore = {
    list: () => run(store.list),
    load: (id) => run(() => store.load(id)),
    open: (id) => run(() => store.open(id)),
    loadMessage: (id, position) => run(() => store.loadMessage(id, position)),
    save: (conversation) => run(() => store.save(conversation)),
    put: (conversation) => run(() => store.put(conversation)),
    rename: (id, title) => run(() => store.rename(id, title)),
    remove: (id) => run(() => store.remove(id)),
    removeAll: () => run(store.removeAll),
    texts: () => run(store.texts),
  };
  return { disk, fault };
}

function message(id: string, role: "user" | "assistant" = "user"): UIMessage {
  return { id, role, parts: [{ type: "text", text: `words of ${id}` }] };
}

const conversation = { id: "one", title: "One", createdAt: 1, updatedAt: 2, messages: [message("q")] };
const full = Object.assign(new Error("no"), { name: "QuotaExceededError" });

describe("createForgivingStore()", () => {
  it("keeps in memory what the disk does not take, and says why", async () => {
    const reasons: (string | undefined)[] = [];
    const { disk } = createDisk(full);
    const store = createForgivingStore(disk, (reason) => reasons.push(reason));
    await store.save(conversation);
    expect(reasons.at(-1)).toBe("this browser has no room left for it");
    expect((await store.load("one"))?.conversation).toEqual(conversation);
    await store.rename("one", "Another");
    expect((await store.list()).summaries).toEqual([
      { id: "one", title: "Another", createdAt: 1, updatedAt: 2 },
    ]);
    expect((await store.texts()).get("one")).toBe("words of q");
    await store.remove("one");
    expect((await store.list()).summaries).toEqual([]);
    expect(await store.load("one")).toBeUndefined();
  });

  it("goes back to the disk as soon as it takes something again", async () => {
    const reasons: (string | undefined)[] = [];
    const { disk, fault } = createDisk(full);
    const store = createForgivingStore(disk, (reason) => reasons.push(reason));
    await store.save(conversation);
    fault.isOn = false;
    await store.save({ ...conversation, updatedAt: 3 });
    expect(reasons.at(-1)).toBeUndefined();
    expect((await disk.load("one"))?.conversation.updatedAt).toBe(3);
    await disk.remove("one");
    expect(await store.load("one")).toBeUndefined();
  });

  it("has the whole of a long conversation in memory when the disk takes no more of it", async () => {
    const { disk, fault } = createDisk(full);
    const writesFail = { ...disk, save: () => Promise.reject(full) };
    const store = createForgivingStore(writesFail, () => undefined);
    const messages = Array.from({ length: 40 }, (_, index) => message(String(index), "assistant"));
    fault.isOn = false;
    await disk.put({ ...conversation, messages });
    const opened = (await store.open("one"))?.conversation.messages ?? [];
    await store.save({ ...conversation, title: "Not this", messages: [...opened, message("new")] });
    expect((await store.load("one"))?.conversation).toEqual({
      ...conversation,
      messages: [...messages, message("new")],
    });
  });

  it.each([
    [new ReferenceError("indexedDB is not defined"), "this browser cannot keep anything"],
    [new Error("Something else."), "Something else"],
  ])("says why for %s", async (error, reason) => {
    const reasons: (string | undefined)[] = [];
    await createForgivingStore(createDisk(error).disk, (said) => reasons.push(said)).list();
    expect(reasons).toEqual([reason]);
  });
});

describe("createMemoryStore()", () => {
  it("opens a long conversation with stubs, and never takes one for the whole", async () => {
    const messages = Array.from({ length: 40 }, (_, index) => message(String(index), "assistant"));
    const store = createMemoryStore();
    await store.put({ ...conversation, messages });
    const opened = (await store.open("one"))?.conversation.messages ?? [];
    expect(opened.map(placeOf).filter((place) => place !== undefined)).toEqual(
      Array.from({ length: 36 }, (_, index) => index),
    );
    await store.save({ ...conversation, messages: [...opened, message("new")] });
    expect((await store.load("one"))?.conversation.messages).toEqual([...messages, message("new")]);
    expect(await store.loadMessage("one", 3)).toEqual(messages[3]);
  });
});
