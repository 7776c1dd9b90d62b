import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const name = "jetson-advisor-test-";

/** What the tests of a run write into the folder for temporary files lies in one of its own, which goes with the run. */
export function setup(): (() => void) | undefined {
  // Each project sets up; the first does it for all.
  if (basename(tmpdir()).startsWith(name)) return;
  const folder = mkdtempSync(join(tmpdir(), name));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
