import type { Command } from "commander";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Terminal } from "../run/progress.ts";

/** What the commands of the evals work with. */
export type Wiring = {
  knowledge: Knowledge;
  indexFolder: string;
  /** Where results and reports go that no path was given for. */
  resultsFolder: string;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** What progress is shown on. */
  terminal: Terminal;
  /** Aborted when the user has had enough. */
  stop: AbortSignal;
};

/** States a command of `npm run eval`. */
export type Declare = (program: Command, wiring: Wiring) => void;
