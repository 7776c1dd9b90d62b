import type { UIMessage } from "ai";
import { type Conversation, createId, type Summary, titleOf } from "./conversation.ts";
import { type ConversationStore, createConversationStore } from "./conversation-store.ts";
import { createForgivingStore } from "./forgiving-store.ts";
import { createLatestOnly } from "./latest-only.ts";
import { fold, isFoundIn } from "./search.ts";

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

/** Keeps what is imported under an id of its own, unless it is here already. */
async function takeIn(store: ConversationStore, conversations: readonly Conversation[]): Promise<number> {
  const { summaries } = await store.list();
  const updatedAt = new Map(summaries.map((summary) => [summary.id, summary.updatedAt]));
  const isNew = ({ id, ...conversation }: Conversation) => updatedAt.get(id) !== conversation.updatedAt;
  const taken = conversations.filter(isNew);
  for (const conversation of taken)
    await store.put(updatedAt.has(conversation.id) ? { ...conversation, id: createId() } : conversation);
  return taken.length;
}

/** The ids of conversations that have every word of a query in their title or text. */
async function search(store: ConversationStore, query: string): Promise<ReadonlySet<string>> {
  const [{ summaries }, texts] = await Promise.all([store.list(), store.texts()]);
  const found = summaries.filter(({ id, title }) =>
    isFoundIn(query, fold(`${title}\n${texts.get(id) ?? ""}`)),
  );
  return new Set(found.map(({ id }) => id));
}

/** The conversations of this device, as one list for all pages that are open on it. */
export function createHistory(disk = createConversationStore(), now = Date.now) {
  const { state, set, subscribe } = createState();
  const store = createForgivingStore(disk, (notKept) => set({ notKept }));
  const otherPages = new BroadcastChannel("jetson-advisor-history");
  const refresh = async () => set({ ...(await store.list()), isRead: true });
  const changed = async () => {
    otherPages.postMessage("changed");
    await refresh();
  };
  const saves = createLatestOnly(async (id: string, messages: UIMessage[]) => {
    const time = now();
    await store.save({ id, title: titleOf(messages), createdAt: time, updatedAt: time, messages });
    await changed();
  });
  /** Nothing of these is written after this. */
  const settle = async (ids: readonly string[]) => {
    for (const id of ids) saves.cancel(id);
    await Promise.all(ids.map(saves.done));
  };
  otherPages.onmessage = refresh;
  void refresh();
  return {
    state,
    subscribe,
    save: saves.add,
    /** The whole conversation. */
    async load(id: string) {
      await saves.done(id);
      return store.load(id);
    },
    /** The conversation to go on with: its end whole, and stubs of what is further back. */
    async open(id: string) {
      await saves.done(id);
      return store.open(id);
    },
    /** The whole of a stub. */
    loadMessage: store.loadMessage,
    /** Those that can be read; a conversation that was deleted meanwhile is left out. */
    async loadAll(): Promise<Conversation[]> {
      const loaded = await Promise.all(state().summaries.map(({ id }) => store.load(id)));
      return loaded.flatMap((each) => each?.conversation ?? []);
    },
    rename: (id: string, title: string) => store.rename(id, title).then(changed),
    remove: (id: string) =>
      settle([id])
        .then(() => store.remove(id))
        .then(changed),
    restore: (conversation: Conversation) => store.put(conversation).then(changed),
    removeAll: (ids: readonly string[]) => settle(ids).then(store.removeAll).then(changed),
    /** How many were new here. */
    async takeIn(conversations: readonly Conversation[]): Promise<number> {
      const count = await takeIn(store, conversations);
      await changed();
      return count;
    },
    search: (query: string) => search(store, query),
  };
}

export type History = ReturnType<typeof createHistory>;
