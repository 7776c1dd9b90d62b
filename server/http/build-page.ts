import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Newest change among the page's sources, in milliseconds; what the build wrote does not count. */
function newestSourceMs(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, "dist")) && !path.includes("node_modules"));
  return Math.max(0, ...files.map((path) => statSync(path).mtimeMs));
}

/** Whether the page was never built or is older than its sources; a box without the sources keeps what it has. */
export function isPageStale(folder: string): boolean {
  if (!existsSync(join(folder, "vite.config.ts"))) return false;
  const built = statSync(join(folder, "dist", "index.html"), { throwIfNoEntry: false });
  return built === undefined || built.mtimeMs < newestSourceMs(folder);
}

/** Builds the page where that is due. A failure is told, not thrown: the API answers without a page. */
export async function buildPage(folder: string): Promise<void> {
  if (!isPageStale(folder)) return;
  console.error("Building the page …");
  try {
    // The bundler is a tool of development: loaded only here, and missing on a box that got a built page.
    const { build } = await import("vite");
    await build({ configFile: join(folder, "vite.config.ts"), logLevel: "warn" });
  } catch (cause) {
    console.error("Cannot build the page; the API answers without it.", cause);
  }
}
