import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { AppError } from "../../knowledge/errors.ts";
import { parseRecord } from "../../knowledge/load.ts";
import { type Run, RunHeader, Trial } from "../trial.ts";
import { headerDifferences } from "./run-header.ts";

/** Where results go as they come. */
export type Results = {
  /** As the file has it: that of the first start, where the run is resumed. */
  header: RunHeader;
  /** Trials that an earlier start has scored already. */
  done: readonly Trial[];
  append(trial: Trial): void;
};

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

function parseLine(text: string, path: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid-input", `Cannot read the results ${path}: line ${number} is no JSON.`, {
      cause,
    });
  }
}

/** Reads results line by line. A last line without its end was in the making when the run was killed, and is left out. */
export function readResults(path: string): Run {
  const whole = readFileSync(path, "utf8").split("\n").slice(0, -1);
  const [header, ...trials] = whole.map((text, index) => parseLine(text, path, index + 1));
  if (header === undefined)
    throw new AppError("invalid-input", `Cannot read the results ${path}: there is no line of a run in it.`);
  return {
    header: parseRecord(RunHeader, header, `first line of ${path}`),
    trials: trials.map((trial, index) => parseRecord(Trial, trial, `line ${index + 2} of ${path}`)),
  };
}

/** What was scored is kept; an error is no result, so it is asked again. */
function keep(path: string, header: RunHeader): { header: RunHeader; done: Trial[] } {
  const before = readResults(path);
  const differences = headerDifferences(before.header, header);
  if (differences.length > 0)
    throw new AppError(
      "invalid-input",
      `Cannot resume ${path}: it is of another run: ${differences.join(", ")}. Start anew without --resume, or name another file with --out.`,
    );
  return { header: before.header, done: before.trials.filter(({ status }) => status === "scored") };
}

/**
 * Opens the file of a run. Each trial is a line of its own behind the header, so a process that is killed loses no
 * more than the line it was writing. Without `resume` what was there is replaced.
 */
export function openResults(path: string, header: RunHeader, { resume }: { resume: boolean }): Results {
  mkdirSync(dirname(path), { recursive: true });
  const kept = resume && existsSync(path) ? keep(path, header) : { header, done: [] };
  const draft = `${path}.draft`;
  writeFileSync(draft, [kept.header, ...kept.done].map(line).join(""));
  renameSync(draft, path);
  return { ...kept, append: (trial) => appendFileSync(path, line(trial)) };
}
