import { existsSync, readFileSync } from "node:fs";
import { AppError } from "../../knowledge/errors.ts";
import { parseRecord } from "../../knowledge/load.ts";
import { Run } from "../trial.ts";
import { readResults } from "./results-file.ts";

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid-input", `Cannot read the run ${path}: it is no JSON.`, { cause });
  }
}

/** Reads a run from the file it was written to as it went (.jsonl), or from its report (.json). */
export function readRun(path: string): Run {
  if (!existsSync(path))
    throw new AppError("invalid-input", `Cannot read the run ${path}: there is no such file.`);
  if (!path.endsWith(".json")) return readResults(path);
  return parseRecord(Run, parseJson(readFileSync(path, "utf8"), path), `run ${path}`);
}
