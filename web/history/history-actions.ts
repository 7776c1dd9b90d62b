import { formatCount } from "../format.ts";
import type { Conversation } from "./conversation.ts";
import { exportConversation, exportHistory, type Format, importFile } from "./conversation-files.ts";
import type { History } from "./history.ts";
import type { LiveChats } from "./live-chats.ts";
import type { Notice } from "./notice.ts";

type Parts = {
  history: History;
  chats: LiveChats;
  tell: (notice: Notice | undefined) => void;
  /** Whether the conversation is the one that is shown. */
  isShown: (id: string) => boolean;
  /** Shows another conversation; without an id a new one. */
  show: (id?: string) => void;
};

/** What may be done with the conversations of the list; what came of it is told. */
export function createHistoryActions({ history, chats, tell, isShown, show }: Parts) {
  const restore = async (conversation: Conversation, wasShown: boolean) => {
    await history.restore(conversation);
    tell({ text: `"${conversation.title}" is back.` });
    if (wasShown) show(conversation.id);
  };
  return {
    async rename(id: string, title: string): Promise<void> {
      await history.rename(id, title);
      tell({ text: `Renamed to "${title}".` });
    },
    async remove(id: string): Promise<void> {
      chats.keepSoFar([id]);
      const loaded = await history.load(id);
      chats.drop(id);
      await history.remove(id);
      const wasShown = isShown(id);
      if (wasShown) show();
      if (!loaded) return;
      const { conversation } = loaded;
      tell({ text: `Deleted "${conversation.title}".`, undo: () => restore(conversation, wasShown) });
    },
    async removeAll(): Promise<void> {
      const ids = history.state().summaries.map(({ id }) => id);
      for (const id of ids) chats.drop(id);
      await history.removeAll(ids);
      if (ids.some(isShown)) show();
      tell({ text: `Deleted ${formatCount(ids.length, "conversation")}.` });
    },
    async exportAs(id: string, format: Format): Promise<void> {
      const loaded = await history.load(id);
      if (!loaded) return tell({ text: "This conversation is no longer on this device.", isProblem: true });
      tell(await exportConversation(loaded.conversation, format));
    },
    async exportAll(): Promise<void> {
      tell({ text: "Exporting …" });
      tell(await exportHistory(history));
    },
    async importFile(file: File): Promise<void> {
      tell(await importFile(file, history, tell));
    },
  };
}

export type HistoryActions = ReturnType<typeof createHistoryActions>;
