import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../evals/commands/run.ts";
import { strictGates } from "../../../evals/run/gates.ts";
import { readRun } from "../../../evals/run/read-run.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import { evalCasesFolder } from "../../fixtures/eval-cases-folder.ts";

const { casesFolder, folder, indexFolder } = evalCasesFolder();
const knowledge = openKnowledge(indexFolder);
const options = {
  cases: casesFolder,
  trials: 1,
  timeout: 60,
  limit: usualLimits,
  resume: false,
  unchecked: false,
  min: strictGates,
  maxErrors: 0,
};

/** Runs as the terminal does; returns the exit code and what was printed. */
async function ran(change: Partial<Parameters<typeof run>[0]>, stop = new AbortController()) {
  const lines: string[] = [];
  const code = await run(
    { ...options, ...change },
    {
      knowledge,
      indexFolder,
      resultsFolder: folder,
      print: (line) => lines.push(line),
      terminal: { write: () => true },
      stop: stop.signal,
    },
  );
  return { code, text: lines.join("\n") };
}

describe("run()", () => {
  it("is content where all passed, with the results at their usual place", async () => {
    const { code, text } = await ran({ tags: ["!wrong"], only: "small/grid/qwen3-8b" });
    expect(text).toMatch(/^built-in, guided, checked/);
    expect(code).toBe(0);
    expect(readRun(join(folder, "built-in-guided.jsonl")).trials).toHaveLength(1);
  }, 180_000);

  it("is not where one failed, and says which", async () => {
    const { code, text } = await ran({ tags: ["wrong"] });
    expect(code).toBe(1);
    expect(text).toMatch(/failed small\/impossible\n.*abracadabra/);
  }, 180_000);

  it("says how to go on where it was stopped", async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, text } = await ran(
      { only: "small/grid/qwen3-8b", out: join(folder, "stopped.jsonl") },
      stop,
    );
    expect(code).toBe(130);
    expect(text).toMatch(/Stopped with 0 trials in .*stopped\.jsonl.*--resume/);
  });
});
