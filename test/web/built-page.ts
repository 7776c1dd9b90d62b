import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../..");
const web = join(root, "web");

/** A name for the page as its sources and packages stand now. */
function nameOfPage(): string {
  const files = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(web, "dist")));
  const hash = createHash("sha256");
  for (const path of [...files.sort(), join(root, "package-lock.json")])
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return `jetson-advisor-page-${hash.digest("hex").slice(0, 16)}`;
}

/** The folder of the page, built once for all test files: a rename puts it in place whole, whoever comes first. */
export async function buildPageOnce(): Promise<string> {
  const folder = join(tmpdir(), nameOfPage());
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(join(tmpdir(), "jetson-advisor-page-draft-"));
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({ configFile: join(web, "vite.config.ts"), build: { outDir: draft }, logLevel: "warn" });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
