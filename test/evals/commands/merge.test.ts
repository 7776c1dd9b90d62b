import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { merge } from "../../../evals/commands/merge.ts";
import { casesHash, loadCases } from "../../../evals/load-cases.ts";
import { strictGates } from "../../../evals/run/gates.ts";
import { readRun } from "../../../evals/run/read-run.ts";
import { openResults } from "../../../evals/run/results-file.ts";
import type { RunHeader } from "../../../evals/trial.ts";
import { evalCasesFolder } from "../../fixtures/eval-cases-folder.ts";
import { runOf, scoredTrial } from "../../fixtures/eval-run.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const { casesFolder } = evalCasesFolder();
const cases = loadCases(knowledge, casesFolder);
const ids = cases.map(({ id }) => id);
const folder = mkdtempSync(join(tmpdir(), "eval-merge-"));
const { header } = runOf([], { trials: 1, cases: ids.length, casesHash: casesHash(cases) });

/** A file with right trials of these cases. */
function shard(name: string, asked: readonly string[], change: Partial<RunHeader> = {}): string {
  const path = join(folder, `${name}.jsonl`);
  const results = openResults(path, { ...header, ...change }, { resume: false });
  for (const id of asked) results.append(scoredTrial(id, { verdict: true }));
  return path;
}

async function merged(paths: readonly string[]) {
  const lines: string[] = [];
  const json = join(folder, "merged.json");
  const options = { cases: casesFolder, min: strictGates, maxErrors: 0, json };
  const code = await merge(paths, options, { knowledge, print: (line) => lines.push(line) });
  return { code, text: lines.join("\n"), run: readRun(json) };
}

describe("merge()", () => {
  it("makes one run of its shards", async () => {
    const { code, text, run } = await merged([shard("1", ids.slice(0, 2)), shard("2", ids.slice(2))]);
    expect(code).toBe(0);
    expect(run.trials.map((trial) => trial.case)).toEqual(ids);
    expect(text).not.toContain("missing");
  });

  it("names the trials that no shard has", async () => {
    const { text } = await merged([shard("1", ids.slice(0, 3))]);
    expect(text).toContain(`missing: ${ids[3]}, trial 1`);
  });

  it("counts what is missing of cases that are not at hand", async () => {
    const { text } = await merged([shard("1", ids.slice(0, 3), { casesHash: "others" })]);
    expect(text).toContain("missing: 1 trial");
  });

  it("does not mix two runs", async () => {
    const paths = [shard("1", ids.slice(0, 2)), shard("2", ids.slice(2), { checked: false })];
    await expect(merged(paths)).rejects.toThrow(/checked true against false/);
  });
});
