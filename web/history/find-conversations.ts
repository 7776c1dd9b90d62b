import { createBreather } from "./breather.ts";
import type { ConversationStore } from "./conversation-store.ts";
import { fold, isFoundIn } from "./search.ts";

/** What is searched of every conversation, by its id: its title and all that was said, without case and diacritics. */
async function readFolded(store: ConversationStore): Promise<Map<string, string>> {
  const [{ summaries }, texts] = await Promise.all([store.list(), store.texts()]);
  const breathe = createBreather();
  const folded = new Map<string, string>();
  for (const { id, title } of summaries) {
    folded.set(id, fold(`${title}\n${texts.get(id) ?? ""}`));
    await breathe();
  }
  return folded;
}

/** Finds conversations by their words; what was read for one letter of a query serves the next, until `forget`. */
export function createFinder(store: ConversationStore) {
  let reading: Promise<Map<string, string>> | undefined;
  return {
    /** The ids of those that have every word of a query in their title or text. */
    async find(query: string): Promise<ReadonlySet<string>> {
      reading ??= readFolded(store);
      const found = [...(await reading)].filter(([, text]) => isFoundIn(query, text));
      return new Set(found.map(([id]) => id));
    },
    forget(): void {
      reading = undefined;
    },
  };
}
