import { type Conversation, type Summary, textOf } from "./conversation.ts";
import type { ConversationStore } from "./conversation-store.ts";
import { firstWhole, placeOf, toSaid, toStub } from "./stub.ts";

/** The same as the store of the browser, for as long as the page is open. */
export function createMemoryStore(): ConversationStore {
  const kept = new Map<string, Conversation>();
  const put = async (conversation: Conversation) => void kept.set(conversation.id, conversation);
  return {
    put,
    async list() {
      const summaries = [...kept.values()].map(
        ({ id, title, createdAt, updatedAt }): Summary => ({ id, title, createdAt, updatedAt }),
      );
      return { summaries, brokenCount: 0 };
    },
    async load(id) {
      const conversation = kept.get(id);
      return conversation && { conversation, brokenCount: 0 };
    },
    async open(id) {
      const conversation = kept.get(id);
      if (!conversation) return undefined;
      const { messages } = conversation;
      const first = firstWhole(messages.length);
      const stubs = messages.slice(0, first).map((message, position) => toStub(toSaid(message, position)));
      return {
        conversation: { ...conversation, messages: [...stubs, ...messages.slice(first)] },
        brokenCount: 0,
      };
    },
    loadMessage: async (id, position) => kept.get(id)?.messages[position],
    async save(conversation) {
      const before = kept.get(conversation.id);
      const { title, createdAt } = before ?? conversation;
      const messages = conversation.messages.map((message, position) =>
        placeOf(message) === undefined ? message : (before?.messages[position] ?? message),
      );
      await put({ ...conversation, title, createdAt, messages });
    },
    async rename(id, title) {
      const conversation = kept.get(id);
      if (conversation) await put({ ...conversation, title });
    },
    remove: async (id) => void kept.delete(id),
    removeAll: async () => kept.clear(),
    async texts() {
      return new Map([...kept].map(([id, { messages }]) => [id, messages.map(textOf).join("\n")]));
    },
  };
}
