import { AppError } from "../../knowledge/errors.ts";

/** A long conversation of text is far below this. */
export const MAX_BODY_BYTES = 256 * 1024;
const MAX_DEPTH = 64;

function refused(reason: string, cause?: unknown): AppError {
  return new AppError("invalid-input", `Cannot read the request: ${reason}.`, { cause });
}

function tooLarge(): AppError {
  return new AppError(
    "payload-too-large",
    `Cannot read the request: its body is larger than ${MAX_BODY_BYTES} bytes.`,
  );
}

/** Counts while reading, since a chunked body announces no length. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length")) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytesRead = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytesRead += chunk.byteLength;
      if (bytesRead > MAX_BODY_BYTES) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw refused("the connection ended before its body did", cause);
  }
  if (bytesRead > MAX_BODY_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

/** Fatal, because a silent U+FFFD would change what was asked. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refused("its body is not UTF-8", cause);
  }
}

/**
 * Whether brackets nest deeper than allowed. Scanned before parsing, because `JSON.parse` takes 200,000 levels
 * and whatever walks the value afterwards overflows the stack.
 */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') inString = !inString;
    else if (inString) at += character === "\\" ? 1 : 0;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Reads a JSON body that may be hostile; throws `payload-too-large` or `invalid-input`. */
export async function readJson(request: Request): Promise<unknown> {
  const json = decodeUtf8(await readBytes(request));
  if (isTooDeep(json)) throw refused(`its JSON nests deeper than ${MAX_DEPTH} levels`);
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw refused("its body is not JSON", cause);
  }
}
