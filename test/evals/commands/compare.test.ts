import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compare } from "../../../evals/commands/compare.ts";
import { formatJson } from "../../../evals/report/json.ts";
import { parseMaxDrop } from "../../../evals/report/max-drop.ts";
import { runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const folder = mkdtempSync(join(tmpdir(), "eval-compare-"));

function written(name: string, ...verdicts: boolean[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    formatJson(runOf(verdicts.map((verdict, index) => scoredTrial(`case-${index}`, { verdict })))),
  );
  return path;
}
const earlier = written("earlier.json", true, true);
const later = written("later.json", true, false);

describe("compare()", () => {
  it.each([
    { maxDrop: "verdict=0", code: 1 },
    { maxDrop: "verdict=0.5", code: 0 },
  ])("returns $code where one of two turned wrong and $maxDrop is allowed", ({ maxDrop, code }) => {
    const lines: string[] = [];
    const markdown = join(folder, "deep", "compare.md");
    const options = { maxDrop: parseMaxDrop(maxDrop), markdown };
    expect(compare(earlier, later, options, (line) => lines.push(line))).toBe(code);
    expect(lines.join("\n")).toContain("case-1");
    expect(readFileSync(markdown, "utf8")).toContain("case-1");
  });
});
