import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conclude } from "../../../evals/commands/conclude.ts";
import { strictGates } from "../../../evals/run/gates.ts";
import { readRun } from "../../../evals/run/read-run.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const good = runOf([scoredTrial("a", { verdict: true })]);
const bad = runOf([scoredTrial("a", { verdict: true }), scoredTrial("b", { verdict: false })]);
const usual = { min: strictGates, maxErrors: 0 };

describe("conclude()", () => {
  it.each([
    { what: "a good run", run: good, options: usual, code: 0, says: /pass@1 100 %/ },
    {
      what: "a failure",
      run: bad,
      options: usual,
      code: 1,
      says: /Not good enough:\n {2}all: 1 of 2 passed/,
    },
    {
      what: "a failure that is allowed",
      run: bad,
      options: { ...usual, min: { verdict: 0.5 } },
      code: 0,
      says: /verdict/,
    },
    {
      what: "an error",
      run: runOf([...good.trials, errorTrial("b")]),
      options: usual,
      code: 1,
      says: /errors: 1 of 2/,
    },
    { what: "nothing", run: runOf([]), options: usual, code: 1, says: /nothing was scored/ },
  ])("concludes $code from $what", async ({ run, options, code, says }) => {
    const lines: string[] = [];
    expect(await conclude(run, options, (line) => lines.push(line))).toBe(code);
    expect(lines.join("\n")).toMatch(says);
  });

  it("writes the reports that are asked for, and no others", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "eval-conclude-")), "deep");
    const at = (name: string) => join(folder, name);
    const options = {
      ...usual,
      json: at("r.json"),
      junit: at("r.xml"),
      html: at("r.html"),
      markdown: at("r.md"),
    };
    await conclude(bad, options, () => {});
    expect(readRun(at("r.json"))).toEqual(bad);
    expect(readFileSync(at("r.xml"), "utf8")).toContain("<testsuite");
    expect(readFileSync(at("r.html"), "utf8")).toContain("<!doctype html>");
    expect(readFileSync(at("r.md"), "utf8")).toContain("verdict is wrong");
    await conclude(bad, { ...usual, json: at("only.json") }, () => {});
    expect(readdirSync(folder).sort()).toEqual(["only.json", "r.html", "r.json", "r.md", "r.xml"]);
  });
});
