import type { UIMessage } from "ai";
import { type Conversation, createId, type Summary, titleOf } from "./conversation.ts";
import { type ConversationStore, createConversationStore } from "./conversation-store.ts";
import { createFinder } from "./find-conversations.ts";
import { createForgivingStore } from "./forgiving-store.ts";
import { createLatestOnly } from "./latest-only.ts";

/** What the list shows; `notKept` says why this browser keeps nothing, `brokenCount` how many records are left out. */
export type HistoryState = {
  isRead: boolean;
  summaries: readonly Summary[];
  notKept: string | undefined;
  brokenCount: number;
};

/** The list as its readers see it, and who wants to hear of a new one. */
function createState() {
  let state: HistoryState = { isRead: false, summaries: [], notKept: undefined, brokenCount: 0 };
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    set(change: Partial<HistoryState>): void {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Keeps what is imported under an id of its own, unless it is here already; hears what share of it is kept. */
async function takeIn(
  store: ConversationStore,
  conversations: readonly Conversation[],
  onKept: (share: number) => void,
): Promise<number> {
  const { summaries } = await store.list();
  const updatedAt = new Map(summaries.map((summary) => [summary.id, summary.updatedAt]));
  const isNew = ({ id, ...conversation }: Conversation) => updatedAt.get(id) !== conversation.updatedAt;
  const taken = conversations.filter(isNew);
  const total = taken.reduce((sum, { messages }) => sum + messages.length, 0);
  let count = 0;
  const hear = (more: number) => {
    count += more;
    onKept(count / total);
  };
  for (const conversation of taken)
    await store.put(
      updatedAt.has(conversation.id) ? { ...conversation, id: createId() } : conversation,
      hear,
    );
  return taken.length;
}

async function* loadEach(
  store: ConversationStore,
  summaries: readonly Summary[],
): AsyncGenerator<Conversation> {
  for (const { id } of summaries) {
    const loaded = await store.load(id);
    if (loaded) yield loaded.conversation;
  }
}

/** Keeps conversations as they grow; of what waits for one to be written, only the last is. */
function createSaves(store: ConversationStore, changed: () => Promise<void>, now: () => number) {
  const { add, cancel, done } = createLatestOnly(async (id: string, messages: UIMessage[]) => {
    const time = now();
    await store.save({ id, title: titleOf(messages), createdAt: time, updatedAt: time, messages });
    await changed();
  });
  return {
    add,
    done,
    /** Nothing of these is written after this. */
    async settle(ids: readonly string[]): Promise<void> {
      for (const id of ids) cancel(id);
      await Promise.all(ids.map(done));
    },
  };
}

/** Reads conversations with all that is still being written of them. */
function createReads(store: ConversationStore, whenSaved: (id: string) => Promise<unknown>) {
  return {
    /** The whole conversation. */
    async load(id: string) {
      await whenSaved(id);
      return store.load(id);
    },
    /** The conversation to go on with: its end whole, and stubs of what is further back. */
    async open(id: string) {
      await whenSaved(id);
      return store.open(id);
    },
    /** The whole of a stub. */
    loadMessage: store.loadMessage,
  };
}

/** The conversations of this device, as one list for all pages that are open on it. */
export function createHistory(disk = createConversationStore(), now = Date.now) {
  const { state, set, subscribe } = createState();
  const store = createForgivingStore(disk, (notKept) => set({ notKept }));
  const otherPages = new BroadcastChannel("jetson-advisor-history");
  const finder = createFinder(store);
  const refresh = async () => {
    finder.forget();
    set({ ...(await store.list()), isRead: true });
  };
  const changed = async () => {
    otherPages.postMessage("changed");
    await refresh();
  };
  const saves = createSaves(store, changed, now);
  otherPages.onmessage = refresh;
  void refresh();
  return {
    state,
    subscribe,
    save: saves.add,
    ...createReads(store, saves.done),
    /** Those that can be read, one after the other; a conversation that was deleted meanwhile is left out. */
    loadEach: () => loadEach(store, state().summaries),
    rename: (id: string, title: string) => store.rename(id, title).then(changed),
    remove: (id: string) =>
      saves
        .settle([id])
        .then(() => store.remove(id))
        .then(changed),
    restore: (conversation: Conversation) => store.put(conversation).then(changed),
    removeAll: (ids: readonly string[]) => saves.settle(ids).then(store.removeAll).then(changed),
    /** How many were new here. */
    async takeIn(conversations: readonly Conversation[], onKept: (share: number) => void): Promise<number> {
      const count = await takeIn(store, conversations, onKept);
      await changed();
      return count;
    },
    search: finder.find,
  };
}

export type History = ReturnType<typeof createHistory>;
