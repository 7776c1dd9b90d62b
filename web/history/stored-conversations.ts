import type { UIMessage } from "ai";
import type { DBSchema, IDBPDatabase } from "idb";
import { isRecord, isShape, isString } from "../guards.ts";
import { type Conversation, createId, isMessage, isSummary, type Summary } from "./conversation.ts";
import { fromKept, toKept } from "./kept-message.ts";
import { firstWhole, isSaid, placeOf, type Said, toSaid, toStub } from "./stub.ts";

type Place = { conversation: string; position: number };

/** What another version of the page wrote is looked at before it is believed, hence `unknown`. */
export interface Schema extends DBSchema {
  conversations: { key: string; value: unknown };
  messages: { key: [string, number]; value: Place & { message: unknown } };
  /** What each message says, for the search and for all that is not looked at. */
  texts: { key: [string, number]; value: Place & Omit<Said, "position"> };
}

export type Database = IDBPDatabase<Schema>;

const stores = ["conversations", "messages", "texts"] as const;

/** What this page last read or wrote of each conversation; another page that wrote since has left another revision. */
export type Known = Map<string, { revision: string; messages: readonly UIMessage[] }>;

/** What the list shows, and how many records are left out because this page cannot read them. */
export type Listed = { summaries: Summary[]; brokenCount: number };

/** A conversation with those of its messages that this page can read, and the count of the others. */
export type Loaded = { conversation: Conversation; brokenCount: number };

/** Hears how many more messages have been written. */
export type OnKept = (count: number) => void;

const hasRevision = isShape({ revision: isString });

function toSummary({ id, title, createdAt, updatedAt }: Summary): Summary {
  return { id, title, createdAt, updatedAt };
}

/** What a conversation has in the stores of messages and texts, from a position on. */
function from(id: string, position: number): IDBKeyRange {
  return IDBKeyRange.bound([id, position], [id, Number.POSITIVE_INFINITY]);
}

export async function listSummaries(database: Database): Promise<Listed> {
  const records = await database.getAll("conversations");
  const summaries = records.filter(isSummary);
  return { summaries: summaries.map(toSummary), brokenCount: records.length - summaries.length };
}

/** So many messages change hands with the browser at once: to copy one that is long takes milliseconds. */
const batchSize = 8;

/** The whole conversation; undefined when it is not kept here. */
export async function loadConversation(database: Database, id: string): Promise<Loaded | undefined> {
  const transaction = database.transaction(["conversations", "messages"]);
  const stored = await transaction.objectStore("conversations").get(id);
  if (!isSummary(stored)) return undefined;
  const messages: UIMessage[] = [];
  let count = 0;
  for (let position: number | undefined = 0; position !== undefined; ) {
    const records = await transaction.objectStore("messages").getAll(from(id, position), batchSize);
    for (const { message } of records) if (isMessage(message)) messages.push(fromKept(message));
    count += records.length;
    const last = records.at(-1);
    position = last && last.position + 1;
  }
  return { conversation: { ...toSummary(stored), messages }, brokenCount: count - messages.length };
}

/** The conversation to go on with: its end whole, and stubs of what is further back. */
export async function openConversation(
  database: Database,
  known: Known,
  id: string,
): Promise<Loaded | undefined> {
  const transaction = database.transaction(stores);
  const kept = transaction.objectStore("messages");
  const [stored, texts] = await Promise.all([
    transaction.objectStore("conversations").get(id),
    transaction.objectStore("texts").getAll(from(id, 0)),
  ]);
  const end = await kept.getAll(from(id, firstWhole(texts.length)));
  if (!isSummary(stored)) return undefined;
  const stubs = texts.slice(0, firstWhole(texts.length)).filter(isSaid).map(toStub);
  const messages = [
    ...stubs,
    ...end
      .map(({ message }) => message)
      .filter(isMessage)
      .map(fromKept),
  ];
  const brokenCount = texts.length - messages.length;
  if (brokenCount === 0 && hasRevision(stored)) known.set(id, { revision: stored.revision, messages });
  return { conversation: { ...toSummary(stored), messages }, brokenCount };
}

/** The whole of a stub; undefined when this page cannot read it, or another has deleted it. */
export async function loadMessage(
  database: Database,
  id: string,
  position: number,
): Promise<UIMessage | undefined> {
  const message = (await database.get("messages", [id, position]))?.message;
  return isMessage(message) ? fromKept(message) : undefined;
}

/** What of these messages has to be written: those that are not the same as before, and of stubs those that are gone. */
function changesOf(
  messages: readonly UIMessage[],
  before: readonly UIMessage[],
  places: ReadonlySet<unknown>,
) {
  return messages.flatMap((message, position) => {
    const isThere = placeOf(message) === undefined ? message === before[position] : places.has(position);
    return isThere ? [] : [{ message, position }];
  });
}

/** Writes what changed since this page last wrote; everything, when another page has written in between. */
export async function writeConversation(
  database: Database,
  known: Known,
  conversation: Conversation,
  { keepsTitle, onKept }: { keepsTitle: boolean; onKept?: OnKept | undefined },
): Promise<void> {
  const { id, messages, updatedAt } = conversation;
  const transaction = database.transaction(stores, "readwrite");
  const summaries = transaction.objectStore("conversations");
  const kept = transaction.objectStore("messages");
  const texts = transaction.objectStore("texts");
  const [stored, keys] = await Promise.all([summaries.get(id), kept.getAllKeys(from(id, 0))]);
  const before = known.get(id);
  const isOurs = before !== undefined && hasRevision(stored) && stored.revision === before.revision;
  const places = new Set(keys.map(([, position]) => position));
  const changes = changesOf(messages, isOurs ? before.messages : [], places);
  const summary = keepsTitle && isSummary(stored) ? { ...stored, updatedAt } : conversation;
  const revision = createId();
  await Promise.all([
    summaries.put({ ...toSummary(summary), revision }),
    kept.delete(from(id, messages.length)),
    texts.delete(from(id, messages.length)),
  ]);
  for (let at = 0; at < changes.length; at += batchSize) {
    const batch = changes.slice(at, at + batchSize);
    await Promise.all(
      batch.flatMap(({ message, position }) => [
        kept.put({ conversation: id, position, message: toKept(message) }),
        texts.put({ conversation: id, ...toSaid(message, position) }),
      ]),
    );
    onKept?.(batch.length);
  }
  await transaction.done;
  known.set(id, { revision, messages });
}

export async function renameConversation(database: Database, id: string, title: string): Promise<void> {
  const transaction = database.transaction("conversations", "readwrite");
  const stored = await transaction.store.get(id);
  if (isRecord(stored)) await transaction.store.put({ ...stored, title });
  await transaction.done;
}

export async function removeConversation(database: Database, id: string): Promise<void> {
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([
    transaction.objectStore("conversations").delete(id),
    transaction.objectStore("messages").delete(from(id, 0)),
    transaction.objectStore("texts").delete(from(id, 0)),
    transaction.done,
  ]);
}

export async function removeConversations(database: Database): Promise<void> {
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([...stores.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}

/** The text of every conversation, by its id. */
export async function readTexts(database: Database): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { conversation, text } of await database.getAll("texts"))
    texts.set(conversation, `${texts.get(conversation) ?? ""}\n${text}`);
  return texts;
}
