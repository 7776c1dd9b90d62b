import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { MiddlewareHandler } from "hono";
import { getMimeType } from "hono/utils/mime";
import { AppError } from "../../knowledge/errors.ts";

/** Plain names below each other; none starts with a dot. */
const plainPath = /^(?:\/[\w-][\w.-]*)+$/;

const NOT_BUILT = "The page is not built. Build it with: npm run build\n";

/** The file's bytes, or undefined when there is no such file inside the folder, links followed. */
async function findFile(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    return file.startsWith(root + sep) ? new Uint8Array(await readFile(file)) : undefined;
  } catch {
    return undefined;
  }
}

/** Serves the built page. Names of assets carry a hash of their content, so only the page itself is asked for again. */
export function servePage(folder: string): MiddlewareHandler {
  return async (c) => {
    const path = c.req.path === "/" ? "/index.html" : c.req.path;
    const file = plainPath.test(path) ? await findFile(folder, path) : undefined;
    if (file === undefined && c.req.path === "/") return c.text(NOT_BUILT, 503);
    if (file === undefined) throw new AppError("not-found", "Cannot find anything at this path.");
    return c.body(file, 200, {
      "Content-Type": getMimeType(path) ?? "application/octet-stream",
      "Cache-Control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
    });
  };
}
