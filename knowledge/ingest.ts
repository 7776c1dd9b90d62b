import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Chunk, chunkDocument } from "./chunk.ts";
import { createStore, openStore, type PassageStore } from "./store.ts";

/** To be raised when passages or their table change shape, so that the index of an older program is not read. */
const SCHEMA_VERSION = 1;

const STORE = "store";
const SEAL = "seal";

type File = { name: string; content: string | Buffer };

/** An opened index and the ids of the documents in it. */
export type PassageIndex = { store: PassageStore; documents: readonly string[] };

/** One hash over names and contents: another name or another byte gives another hash. */
function hashFiles(files: readonly File[]): string {
  const hash = createHash("sha256");
  for (const { name, content } of files)
    hash.update(`${name}\0`).update(createHash("sha256").update(content).digest());
  return hash.digest("hex");
}

function readDocuments(folder: string): { name: string; content: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return names.sort().map((name) => ({ name, content: readFileSync(join(folder, name), "utf8") }));
}

function hashStore(generation: string): string {
  const folder = join(generation, STORE);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((file) => join(file.parentPath, file.name));
  return hashFiles(
    paths.sort().map((path) => ({ name: path.slice(folder.length), content: readFileSync(path) })),
  );
}

/**
 * Whether a generation is as it was written. LanceDB opens a zero-filled table as an empty one, and a power cut
 * can keep a rename while it loses the bytes; the seal finds both, and building anew takes under a second.
 */
function isWhole(generation: string): boolean {
  const seal = join(generation, SEAL);
  if (!existsSync(seal) || !existsSync(join(generation, STORE))) return false;
  return readFileSync(seal, "utf8") === hashStore(generation);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Removes other generations and what builds that were killed left behind; what cannot go costs disk, not answers. */
function removeOthers(generation: string): void {
  const folder = dirname(generation);
  const isOther = (name: string) => {
    const builder = /^draft-(\d+)-/.exec(name)?.[1];
    return builder
      ? !isRunning(Number(builder))
      : /^g-[0-9a-f]{16}$/.test(name) && name !== basename(generation);
  };
  for (const name of readdirSync(folder).filter(isOther))
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {}
}

/**
 * Builds beside the place and moves the finished folder in with one rename, so that a crash leaves no index or a
 * whole one. Of two builders the second cannot rename over the first, and takes what the first has built.
 */
async function build(documents: readonly { name: string; content: string }[], generation: string) {
  mkdirSync(dirname(generation), { recursive: true });
  rmSync(generation, { recursive: true, force: true });
  const draft = mkdtempSync(join(dirname(generation), `draft-${process.pid}-`));
  try {
    await createStore(join(draft, STORE), chunksOf(documents));
    writeFileSync(join(draft, SEAL), hashStore(draft));
    renameSync(draft, generation);
  } catch (error) {
    if (!isWhole(generation)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOthers(generation);
}

type Generation = { documents: { name: string; content: string }[]; path: string };

/** The generation that the documents of today have, whether it is built or not. */
function generationOf(documentsFolder: string, indexFolder: string): Generation {
  const documents = readDocuments(documentsFolder);
  const fingerprint = hashFiles([{ name: "schema", content: String(SCHEMA_VERSION) }, ...documents]);
  return { documents, path: join(indexFolder, `g-${fingerprint.slice(0, 16)}`) };
}

function chunksOf(documents: readonly { name: string; content: string }[]): Chunk[] {
  return documents.flatMap(({ name, content }) => chunkDocument(basename(name, ".md"), content));
}

/** How an index stands, and what it holds or would hold. */
export type IndexState = {
  state: "built" | "missing" | "damaged";
  generation: string;
  documents: number;
  passages: number;
};

/** Looks at the index of a folder of documents; nothing is built or loaded. */
export function inspectIndex(documentsFolder: string, indexFolder: string): IndexState {
  const { documents, path } = generationOf(documentsFolder, indexFolder);
  const whole = isWhole(path) ? "built" : "damaged";
  return {
    state: existsSync(path) ? whole : "missing",
    generation: basename(path),
    documents: documents.length,
    passages: chunksOf(documents).length,
  };
}

/**
 * Opens the index of a folder of documents. It is derived: a generation carries the hash of the documents in its
 * name, so a changed document means another generation, and one that is missing or damaged is built.
 */
export async function openIndex(documentsFolder: string, indexFolder: string): Promise<PassageIndex> {
  const { documents, path: generation } = generationOf(documentsFolder, indexFolder);
  if (!isWhole(generation)) await build(documents, generation);
  const store = await openStore(join(generation, STORE));
  return { store, documents: documents.map(({ name }) => basename(name, ".md")) };
}
