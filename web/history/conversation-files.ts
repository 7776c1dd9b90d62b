import { formatCount } from "../format.ts";
import { toProblem } from "../problem.ts";
import { toError } from "../use-loaded.ts";
import { createBreather } from "./breather.ts";
import type { Conversation } from "./conversation.ts";
import { download, fileNameOf } from "./download.ts";
import type { History } from "./history.ts";
import type { Notice } from "./notice.ts";

export type Format = "markdown" | "json";

type Tell = (notice: Notice) => void;

/** What reads and writes files is fetched when somebody does; without the server there may be none. */
async function tryExport(what: string, write: () => Promise<void>): Promise<Notice> {
  try {
    await write();
    return { text: `Exported ${what}.` };
  } catch (error) {
    return { text: `Cannot export ${what}. ${toProblem(toError(error)).message}`, isProblem: true };
  }
}

async function writeJson(
  name: string,
  conversations: Iterable<Conversation> | AsyncIterable<Conversation>,
): Promise<void> {
  const { toJson } = await import("./conversation-json.ts");
  const breathe = createBreather();
  const pieces: string[] = [];
  for await (const piece of toJson(conversations)) {
    pieces.push(piece);
    await breathe();
  }
  download(name, "application/json", pieces);
}

async function writeOne(conversation: Conversation, format: Format): Promise<void> {
  const { title } = conversation;
  if (format === "json") return writeJson(fileNameOf(title, "json"), [conversation]);
  const { toMarkdown } = await import("./conversation-markdown.ts");
  download(fileNameOf(title, "md"), "text/markdown", [toMarkdown(conversation)]);
}

/** Offers a conversation as a file. */
export function exportConversation(conversation: Conversation, format: Format): Promise<Notice> {
  return tryExport(`"${conversation.title}"`, () => writeOne(conversation, format));
}

/** Offers every conversation in one file that can be imported again. */
export function exportHistory(history: History): Promise<Notice> {
  const what = formatCount(history.state().summaries.length, "conversation");
  return tryExport(what, () => writeJson("jetson-advisor-conversations.json", history.loadEach()));
}

/** Says how far it is, a tenth at a time: it is read aloud. */
function createProgress(name: string, tell: Tell): (share: number) => void {
  let said = 0;
  tell({ text: `Importing ${name} …` });
  return (share) => {
    const tenths = Math.floor(10 * share);
    if (tenths <= said) return;
    said = tenths;
    tell({ text: `Importing ${name}: ${10 * tenths} % …` });
  };
}

/** Takes in the conversations of a file, all or none. */
export async function importFile(file: File, history: History, tell: Tell): Promise<Notice> {
  const say = createProgress(file.name, tell);
  try {
    const { fromJson } = await import("./conversation-json.ts");
    const conversations = await fromJson(file, (share) => say(share / 2));
    const count = await history.takeIn(conversations, (share) => say((1 + share) / 2));
    const known = conversations.length - count;
    const rest = known > 0 ? ` ${formatCount(known, "conversation")} of it had been here already.` : "";
    return { text: `Imported ${formatCount(count, "conversation")}.${rest}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: `Cannot import ${file.name}: ${reason}. Nothing was changed.`, isProblem: true };
  }
}
