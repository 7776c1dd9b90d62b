import { readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { MiddlewareHandler } from "hono";
import { getMimeType } from "hono/utils/mime";
import { AppError } from "../../knowledge/errors.ts";

/** Plain names below each other; none starts with a dot. */
const plainPath = /^(?:\/[\w-][\w.-]*)+$/;

/** The addresses of the page's views, which its own router tells apart. */
const viewPath = /^\/(?:chats\/[\w-]+|planner|documents(?:\/[\w-]+)?|status)?$/;

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
    const isView = viewPath.test(c.req.path);
    const path = isView ? "/index.html" : c.req.path;
    const file = plainPath.test(path) ? await findFile(folder, path) : undefined;
    if (file === undefined && isView) return c.text(NOT_BUILT, 503);
    if (file === undefined) throw new AppError("not-found", "Cannot find anything at this path.");
    return c.body(file, 200, {
      "Content-Type": getMimeType(path) ?? "application/octet-stream",
      "Cache-Control": path.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
    });
  };
}
