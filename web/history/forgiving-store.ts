import type { ConversationStore } from "./conversation-store.ts";
import { createMemoryStore } from "./memory-store.ts";

const reasons = new Map([
  ["QuotaExceededError", "this browser has no room left for it"],
  ["VersionError", "a newer page of the advisor has written it. Load this page again"],
  ["ReferenceError", "this browser cannot keep anything"],
  ["SecurityError", "this browser refuses to keep anything, as private windows do"],
  ["InvalidStateError", "this browser refuses to keep anything, as private windows do"],
]);

/** Why the browser keeps nothing, in words that end without a stop. */
function toReason(error: unknown): string {
  if (!(error instanceof Error)) return "this browser refuses, and does not say why";
  return reasons.get(error.name) ?? (error.message.replace(/\.$/, "") || error.name);
}

/**
 * A store that always works: what the browser does not keep stays in memory while the page is open. `onKept` hears
 * how each attempt to write went: undefined, or why it did not.
 */
export function createForgivingStore(
  disk: ConversationStore,
  onKept: (reason: string | undefined) => void,
): ConversationStore {
  const memory = createMemoryStore();

  const read = async <Value>(reading: Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await reading;
    } catch (error) {
      onKept(toReason(error));
      return otherwise;
    }
  };

  const write = async (writing: Promise<void>): Promise<boolean> => {
    try {
      await writing;
      onKept(undefined);
      return true;
    } catch (error) {
      onKept(toReason(error));
      return false;
    }
  };

  const inBoth = (change: (store: ConversationStore) => Promise<void>) => async () => {
    await Promise.all([write(change(disk)), change(memory)]);
  };

  return {
    async list() {
      const { summaries, brokenCount } = await read(disk.list(), { summaries: [], brokenCount: 0 });
      const inMemory = (await memory.list()).summaries;
      const all = new Map([...summaries, ...inMemory].map((summary) => [summary.id, summary]));
      return { summaries: [...all.values()], brokenCount };
    },
    load: async (id) => (await memory.load(id)) ?? (await read(disk.load(id), undefined)),
    open: async (id) => (await memory.open(id)) ?? (await read(disk.open(id), undefined)),
    loadMessage: async (id, position) =>
      (await memory.loadMessage(id, position)) ?? (await read(disk.loadMessage(id, position), undefined)),
    async save(conversation) {
      const { id } = conversation;
      if (await write(disk.save(conversation))) return memory.remove(id);
      const kept = (await memory.load(id)) ?? (await read(disk.load(id), undefined));
      // What the conversation has stubs of.
      if (kept) await memory.put(kept.conversation);
      await memory.save(conversation);
    },
    async put(conversation, onKept) {
      if (await write(disk.put(conversation, onKept))) return memory.remove(conversation.id);
      await memory.put(conversation);
    },
    rename: (id, title) => inBoth((store) => store.rename(id, title))(),
    remove: (id) => inBoth((store) => store.remove(id))(),
    removeAll: inBoth((store) => store.removeAll()),
    texts: async () => new Map([...(await read(disk.texts(), new Map())), ...(await memory.texts())]),
  };
}
