import type { UIMessage } from "ai";
import { openDB } from "idb";
import type { Conversation } from "./conversation.ts";
import {
  type Database,
  type Known,
  type Listed,
  type Loaded,
  listSummaries,
  loadConversation,
  loadMessage,
  type OnKept,
  openConversation,
  readTexts,
  removeConversation,
  removeConversations,
  renameConversation,
  type Schema,
  writeConversation,
} from "./stored-conversations.ts";

const version = 1;

const heldMessage = "an older page of the advisor is open in another tab. Close it, then load this one again";

/** Opens the database; an older page in another tab that does not let go of it is told of instead of waited for. */
function openDatabase(onLost: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    let isBlocked = false;
    const opening = openDB<Schema>("jetson-advisor", version, {
      upgrade(database) {
        database.createObjectStore("conversations", { keyPath: "id" });
        database.createObjectStore("messages", { keyPath: ["conversation", "position"] });
        database.createObjectStore("texts", { keyPath: ["conversation", "position"] });
      },
      blocked() {
        isBlocked = true;
        reject(new Error(heldMessage));
      },
      // A newer page in another tab waits until this one lets go.
      blocking() {
        onLost();
        void opening.then((database) => database.close());
      },
      terminated: onLost,
    });
    opening.then((database) => (isBlocked ? database.close() : resolve(database)), reject);
  });
}

/** The conversations that this device keeps. Everything rejects where it keeps none. */
export type ConversationStore = {
  list(): Promise<Listed>;
  /** The whole conversation. */
  load(id: string): Promise<Loaded | undefined>;
  /** The conversation to go on with: its end whole, and stubs of what is further back. */
  open(id: string): Promise<Loaded | undefined>;
  /** The whole of a stub. */
  loadMessage(id: string, position: number): Promise<UIMessage | undefined>;
  /** Keeps the messages as they are now; the title and first day of a conversation that is known stay. */
  save(conversation: Conversation): Promise<void>;
  /** Keeps a conversation with its title and times: one that was imported, or deleted by mistake. */
  put(conversation: Conversation, onKept?: OnKept): Promise<void>;
  rename(id: string, title: string): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
  /** The text of every conversation, by its id. */
  texts(): Promise<Map<string, string>>;
};

/**
 * The conversations in the database of this browser. A message is a record of its own, so that a question in a long
 * conversation does not write the whole of it again; of two pages that write the same, the last one wins.
 */
export function createConversationStore(): ConversationStore {
  const known: Known = new Map();
  let opened: Promise<Database> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const open = () => {
    if (!opened) {
      opened = openDatabase(forget);
      opened.catch(forget);
    }
    return opened;
  };
  return {
    list: async () => listSummaries(await open()),
    load: async (id) => loadConversation(await open(), id),
    open: async (id) => openConversation(await open(), known, id),
    loadMessage: async (id, position) => loadMessage(await open(), id, position),
    save: async (conversation) => writeConversation(await open(), known, conversation, { keepsTitle: true }),
    put: async (conversation, onKept) =>
      writeConversation(await open(), known, conversation, { keepsTitle: false, onKept }),
    rename: async (id, title) => renameConversation(await open(), id, title),
    remove: async (id) => removeConversation(await open(), id),
    removeAll: async () => removeConversations(await open()),
    texts: async () => readTexts(await open()),
  };
}
