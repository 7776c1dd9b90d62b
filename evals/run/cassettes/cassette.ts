import { isUtf8 } from "node:buffer";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../../knowledge/errors.ts";
import { parseRecord } from "../../../knowledge/load.ts";

/** What was asked of a model server. No header of it is kept, since one of them may be a secret. */
export const Request = z.strictObject({ method: z.string(), path: z.string(), body: z.string() });
export type Request = z.output<typeof Request>;

/** A request and its answer as it came, piece by piece. */
export const Exchange = z.strictObject({
  request: Request,
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  encoding: z.enum(["utf8", "base64"]),
  chunks: z.array(z.string()),
  /** Whether the server said it all, broke off, or was left by who had asked. */
  end: z.enum(["complete", "broken", "left"]),
});
export type Exchange = z.output<typeof Exchange>;

/** What all cassettes of a folder share. */
const Label = z.strictObject({ model: z.string(), path: z.string() });
export type Label = z.output<typeof Label>;

const labelFile = (folder: string) => join(folder, "label.json");
const cassetteFile = (folder: string, slug: string) => join(folder, `${slug}.jsonl`);

/** Pieces as text where each is whole text, else as base64. */
export function encodeChunks(chunks: readonly Buffer[]): Pick<Exchange, "encoding" | "chunks"> {
  const encoding = chunks.every((chunk) => isUtf8(chunk)) ? "utf8" : "base64";
  return { encoding, chunks: chunks.map((chunk) => chunk.toString(encoding)) };
}

/** Pieces as they went over the wire. */
export function decodeChunks({ encoding, chunks }: Pick<Exchange, "encoding" | "chunks">): Buffer[] {
  return chunks.map((chunk) => Buffer.from(chunk, encoding));
}

/** Opens a folder to record in: each trial has a file, which its first exchange begins anew. */
export function openCassettes(folder: string, label: Label): (slug: string, exchange: Exchange) => void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(labelFile(folder), `${JSON.stringify(label, null, 2)}\n`);
  const begun = new Set<string>();
  return (slug, exchange) => {
    const line = `${JSON.stringify(exchange)}\n`;
    if (begun.has(slug)) appendFileSync(cassetteFile(folder, slug), line);
    else writeFileSync(cassetteFile(folder, slug), line);
    begun.add(slug);
  };
}

/** What a folder of cassettes is of. */
export function readLabel(folder: string): Label {
  if (!existsSync(labelFile(folder)))
    throw new AppError("invalid-input", `Cannot replay ${folder}: nothing was recorded there with --record.`);
  return parseRecord(Label, JSON.parse(readFileSync(labelFile(folder), "utf8")), labelFile(folder));
}

/** The exchanges of a trial in their order; none where it was not recorded. */
export function readCassette(folder: string, slug: string): Exchange[] {
  const path = cassetteFile(folder, slug);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return lines.map((line, index) => parseRecord(Exchange, JSON.parse(line), `line ${index + 1} of ${path}`));
}
