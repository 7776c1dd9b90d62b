import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "commander";
import { formatHtml } from "../report/html.ts";
import { formatJson } from "../report/json.ts";
import { formatJUnit } from "../report/junit.ts";
import { formatMarkdown } from "../report/markdown.ts";
import { formatSummary } from "../report/summary.ts";
import { type Gates, missedBy, parseGates, strictGates } from "../run/gates.ts";
import { scorers } from "../scorers/scorers.ts";
import type { Run } from "../trial.ts";
import { parseShare } from "./option-values.ts";

/** The reports by the option that asks for them with a path. */
const formats = {
  json: formatJson,
  junit: formatJUnit,
  html: (run) => formatHtml(run, scorers),
  markdown: formatMarkdown,
} as const satisfies Record<string, (run: Run) => string | Promise<string>>;
type Format = keyof typeof formats;
const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

/** What becomes of a run: its reports, and what it takes to be good enough. */
export type ConclusionOptions = Partial<Record<Format, string>> & { min: Gates; maxErrors: number };

/** The options by which a run is reported and judged. */
export function declareConclusion(command: Command): Command {
  return command
    .option("--json <file>", "write the run with its statistics")
    .option("--junit <file>", "write JUnit XML, which CI systems show")
    .option("--html <file>", "write a page to look at, in one file")
    .option("--markdown <file>", "write a summary in Markdown")
    .option(
      "--min <gates>",
      "shares that have to pass, such as verdict=1,numbers=0.95 or all=0.9",
      parseGates,
      strictGates,
    )
    .option("--max-errors <share>", "the share of trials that may be errors", parseShare, 0);
}

async function writeReports(run: Run, options: ConclusionOptions): Promise<void> {
  for (const name of Object.keys(formats).filter(isFormat)) {
    const path = options[name];
    if (path === undefined) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await formats[name](run));
  }
}

/** Prints a run, writes its reports and returns the exit code: 1 where it is not good enough. */
export async function conclude(
  run: Run,
  options: ConclusionOptions,
  print: (line: string) => void,
): Promise<0 | 1> {
  const { min: gates, maxErrors } = options;
  await writeReports(run, options);
  print(formatSummary(run));
  const missed = missedBy(run, { gates, maxErrors });
  if (missed.length > 0) print(`\nNot good enough:\n${missed.map((reason) => `  ${reason}`).join("\n")}`);
  return missed.length === 0 ? 0 : 1;
}
