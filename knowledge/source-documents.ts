import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { nearestNames } from "./catalog.ts";
import { type Chunk, chunkDocument, textStartOf } from "./chunk.ts";
import { AppError } from "./errors.ts";
import { Source } from "./evidence-schema.ts";
import { parseRecord, parseYaml } from "./load.ts";

/** A passage by its place: `start` and `end` count characters in the file, front matter included, as the index does. */
export type DocumentPassage = Pick<Chunk, "id" | "heading" | "start" | "end">;

/** A document of the shelf: who said it, and how much of it there is. */
export type DocumentSummary = Source & { id: string; passageCount: number; headingCount: number };

/** A whole document. `text` is its Markdown without the front matter; it begins at `textStart` in the file. */
export type SourceDocument = Source & {
  id: string;
  text: string;
  textStart: number;
  passages: DocumentPassage[];
};

/** The documents of a folder; each is read once, when the first of them is asked for. */
export type SourceDocuments = {
  /** What the front matters say, by document id. */
  sources(): ReadonlyMap<string, Source>;
  list(): readonly DocumentSummary[];
  /** Throws `invalid-input` for what can be no id, `unknown-id` with the nearest for one that nobody wrote. */
  get(id: string): SourceDocument;
};

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_ID_CHARACTERS = 100;

type File = { id: string; content: string; source: Source };

function readFiles(folder: string): File[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => {
    const content = readFileSync(join(folder, name), "utf8");
    const [, matter = ""] = content.split(/^---$/m);
    const source = parseRecord(Source, parseYaml(matter), `front matter of ${name}`);
    return { id: basename(name, ".md"), content, source };
  });
}

function toDocument({ id, content, source }: File): SourceDocument {
  const textStart = textStartOf(content);
  const passages = chunkDocument(id, content).map(({ id, heading, start, end }) => ({
    id,
    heading,
    start,
    end,
  }));
  return { id, ...source, text: content.slice(textStart), textStart, passages };
}

function toSummary({ text: _text, textStart: _start, passages, ...source }: SourceDocument): DocumentSummary {
  const headings = new Set(passages.map(({ heading }) => heading));
  return { ...source, passageCount: passages.length, headingCount: headings.size };
}

function refuse(id: string, known: readonly string[]): never {
  if (id.length > MAX_ID_CHARACTERS || !slug.test(id))
    throw new AppError(
      "invalid-input",
      `Cannot open this document: wanted the id of a document, one of ${known.join(", ")}.`,
    );
  const candidates = nearestNames(id, known);
  throw new AppError(
    "unknown-id",
    `Cannot find the document "${id}": the nearest known are ${candidates.join(", ")}.`,
    { candidates },
  );
}

/** Opens the documents of a folder; nothing is read yet. */
export function openDocuments(folder: string): SourceDocuments {
  let read: { files: readonly File[] } | undefined;
  let opened: ReadonlyMap<string, SourceDocument> | undefined;
  const files = () => {
    read ??= { files: readFiles(folder) };
    return read.files;
  };
  const documents = () => {
    opened ??= new Map(files().map((file) => [file.id, toDocument(file)]));
    return opened;
  };
  return {
    sources: () => new Map(files().map(({ id, source }) => [id, source])),
    list: () => [...documents().values()].map(toSummary),
    get: (id) => documents().get(id) ?? refuse(id, [...documents().keys()]),
  };
}
