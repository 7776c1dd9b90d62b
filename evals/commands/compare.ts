import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { compareRuns, exitCodeOf } from "../report/compare.ts";
import { formatComparison, formatComparisonMarkdown } from "../report/comparison-text.ts";
import { type MaxDrop, parseMaxDrop } from "../report/max-drop.ts";
import { readRun } from "../run/read-run.ts";
import type { Declare } from "./wiring.ts";

type Options = { maxDrop: MaxDrop; markdown?: string };

/** Holds a later run against an earlier one. Returns the exit code: 1 where a share fell by more than it may. */
export function compare(
  earlier: string,
  later: string,
  { maxDrop, markdown }: Options,
  print: (line: string) => void,
): number {
  const comparison = compareRuns(readRun(earlier), readRun(later), maxDrop);
  if (markdown !== undefined) {
    mkdirSync(dirname(markdown), { recursive: true });
    writeFileSync(markdown, formatComparisonMarkdown(comparison));
  }
  print(formatComparison(comparison));
  return exitCodeOf(comparison);
}

/** `eval compare <earlier> <later>` */
export const declare: Declare = (program, { print }) => {
  program
    .command("compare")
    .description("say case by case what one run does otherwise than another")
    .argument("<earlier>", "results (.jsonl) or report (.json)")
    .argument("<later>", "the same of the run to judge")
    .option(
      "--max-drop <shares>",
      "by how much a share may fall, such as all=0,numbers=0.01",
      parseMaxDrop,
      new Map(),
    )
    .option("--markdown <file>", "write the comparison in Markdown too")
    .action((earlier: string, later: string, options: Options) => {
      process.exitCode = compare(earlier, later, options, print);
    });
};
