import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { evalCasesFolder } from "../fixtures/eval-cases-folder.ts";

const { casesFolder, folder } = evalCasesFolder();

/** Calls `npm run eval -- …`. */
async function called(...words: string[]) {
  const program = spawn(process.execPath, [join(import.meta.dirname, "../../evals/eval.ts"), ...words]);
  const closed = new Promise<number | null>((resolve) => program.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(program.stdout), text(program.stderr)]);
  return { code: await closed, stdout, stderr };
}

describe("npm run eval", () => {
  it("runs without a command, shows its progress apart, and exits with what the run is worth", async () => {
    const out = join(folder, "run.jsonl");
    const { code, stdout, stderr } = await called("--cases", casesFolder, "--out", out, "--tags", "wrong");
    expect(code).toBe(1);
    expect(stdout).toContain("failed small/impossible");
    expect(stderr).toContain("1/1 · 1 failed · 0 errors");
  }, 180_000);

  it("has a command for everything else", async () => {
    const { code, stdout } = await called("--help");
    expect(code).toBe(0);
    for (const command of ["run", "merge", "compare", "leaderboard", "cases"])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
  }, 180_000);

  it.each([
    { words: ["--shard", "5/4"], says: /invalid-input: Cannot use the shard/ },
    { words: ["cases", "--cases", casesFolder, "--tags", "none"], says: /none has the tag "none"/ },
    { words: ["merge"], says: /missing required argument/ },
    { words: ["--nonsense"], says: /unknown option/ },
  ])(
    "exits with 2 at a wrong call: $words",
    async ({ words, says }) => {
      const { code, stderr } = await called(...words);
      expect(stderr).toMatch(says);
      expect(code).toBe(2);
    },
    60_000,
  );
});
