import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openResults, readResults } from "../../../evals/run/results-file.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const { header } = runOf([]);
const newPath = () => join(mkdtempSync(join(tmpdir(), "eval-results-")), "deep", "run.jsonl");
const [one, two] = [scoredTrial("one", { verdict: true }), scoredTrial("two", { verdict: false })];
const failed = errorTrial("three");

/** A file of a run with these trials. */
function written(...trials: Parameters<ReturnType<typeof openResults>["append"]>[0][]): string {
  const path = newPath();
  const results = openResults(path, header, { resume: false });
  for (const trial of trials) results.append(trial);
  return path;
}

describe("openResults()", () => {
  it("has each trial in the file as soon as it came", () => {
    const path = newPath();
    const results = openResults(path, header, { resume: false });
    expect(readResults(path)).toEqual({ header, trials: [] });
    results.append(one);
    expect(readResults(path)).toEqual({ header, trials: [one] });
  });

  it("starts anew unless it is told to go on", () => {
    const path = written(one, two);
    expect(openResults(path, header, { resume: false }).done).toEqual([]);
    expect(readResults(path).trials).toEqual([]);
  });

  it("goes on behind what was scored, and asks errors again", () => {
    const path = written(one, failed);
    const results = openResults(path, { ...header, startedAt: "later" }, { resume: true });
    expect(results).toMatchObject({ header, done: [one] });
    results.append(two);
    expect(readResults(path)).toEqual({ header, trials: [one, two] });
  });

  it("goes on behind a line that was in the making", () => {
    const path = written(one);
    appendFileSync(path, JSON.stringify(two).slice(0, 40));
    const results = openResults(path, header, { resume: true });
    expect(results.done).toEqual([one]);
    results.append(two);
    expect(readResults(path).trials).toEqual([one, two]);
  });

  it("starts where there is nothing to go on with", () => {
    expect(openResults(newPath(), header, { resume: true }).done).toEqual([]);
  });

  it("does not mix two runs, and leaves the file as it was", () => {
    const path = written(one);
    const before = readFileSync(path, "utf8");
    expect(() => openResults(path, { ...header, model: "another" }, { resume: true })).toThrow(
      /model a-model against another/,
    );
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});

describe("readResults()", () => {
  it.each([
    { what: "an empty file", text: "", message: /no line of a run/ },
    { what: "a header in the making", text: '{"format":1', message: /no line of a run/ },
    {
      what: "a broken line in the middle",
      text: `${JSON.stringify(header)}\n{"case\n`,
      message: /line 2 is no JSON/,
    },
    { what: "a line of something else", text: `${JSON.stringify(header)}\n{}\n`, message: /line 2 of/ },
  ])("refuses $what", ({ text, message }) => {
    const path = join(mkdtempSync(join(tmpdir(), "eval-results-")), "run.jsonl");
    writeFileSync(path, text);
    expect(() => readResults(path)).toThrow(message);
  });
});
