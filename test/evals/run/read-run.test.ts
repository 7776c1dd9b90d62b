import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatJson } from "../../../evals/report/json.ts";
import { readRun } from "../../../evals/run/read-run.ts";
import { runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const run = runOf([scoredTrial("one", { verdict: true }), scoredTrial("two", { verdict: false })]);

function written(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "eval-read-")), name);
  writeFileSync(path, text);
  return path;
}

describe("readRun()", () => {
  it("reads the same run from its report and from its results", () => {
    const lines = [run.header, ...run.trials].map((line) => `${JSON.stringify(line)}\n`).join("");
    expect(readRun(written("run.json", formatJson(run)))).toEqual(run);
    expect(readRun(written("run.jsonl", lines))).toEqual(run);
  });

  it("says what is wrong with a file", () => {
    expect(() => readRun("/nowhere/run.json")).toThrow(/no such file/);
    expect(() => readRun(written("run.json", "{"))).toThrow(/it is no JSON/);
    expect(() => readRun(written("run.json", "{}"))).toThrow(/header/);
  });
});
