import { formatCount } from "../format.ts";
import { toProblem } from "../problem.ts";
import { toError } from "../use-loaded.ts";
import type { Conversation } from "./conversation.ts";
import { download, fileNameOf } from "./download.ts";
import type { History } from "./history.ts";
import type { LiveChats } from "./live-chats.ts";

/** What was done last, in words; `undo` takes it back, until something else is done. */
export type Notice = { text: string; isProblem?: boolean; undo?: () => Promise<void> };

export type Format = "markdown" | "json";

type Parts = {
  history: History;
  chats: LiveChats;
  tell: (notice: Notice | undefined) => void;
  /** Whether the conversation is the one that is shown. */
  isShown: (id: string) => boolean;
  /** Shows another conversation; without an id a new one. */
  show: (id?: string) => void;
};

/** What reads and writes files is fetched when somebody does; without the server there may be none. */
async function tryExport(what: string, write: () => Promise<void>): Promise<Notice> {
  try {
    await write();
    return { text: `Exported ${what}.` };
  } catch (error) {
    return { text: `Cannot export ${what}. ${toProblem(toError(error)).message}`, isProblem: true };
  }
}

async function exportOne(conversation: Conversation, format: Format): Promise<void> {
  if (format === "json") {
    const { toJson } = await import("./conversation-json.ts");
    download(fileNameOf(conversation.title, "json"), "application/json", toJson([conversation]));
    return;
  }
  const { toMarkdown } = await import("./conversation-markdown.ts");
  download(fileNameOf(conversation.title, "md"), "text/markdown", toMarkdown(conversation));
}

async function exportAll(conversations: readonly Conversation[]): Promise<void> {
  const { toJson } = await import("./conversation-json.ts");
  download("jetson-advisor-conversations.json", "application/json", toJson(conversations));
}

async function importFile(file: File, history: History): Promise<Notice> {
  try {
    const { fromJson } = await import("./conversation-json.ts");
    const conversations = fromJson(await file.text());
    const count = await history.takeIn(conversations);
    const known = conversations.length - count;
    const rest = known > 0 ? ` ${formatCount(known, "conversation")} of it had been here already.` : "";
    return { text: `Imported ${formatCount(count, "conversation")}.${rest}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: `Cannot import ${file.name}: ${reason}. Nothing was changed.`, isProblem: true };
  }
}

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
      const { conversation } = loaded;
      tell(await tryExport(`"${conversation.title}"`, () => exportOne(conversation, format)));
    },
    async exportAll(): Promise<void> {
      const conversations = await history.loadAll();
      const what = formatCount(conversations.length, "conversation");
      tell(await tryExport(what, () => exportAll(conversations)));
    },
    async importFile(file: File): Promise<void> {
      tell({ text: `Importing ${file.name} …` });
      tell(await importFile(file, history));
    },
  };
}

export type HistoryActions = ReturnType<typeof createHistoryActions>;
