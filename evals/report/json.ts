import type { Run } from "../trial.ts";
import { statisticsOf } from "./statistics.ts";

/** A run with what it comes to; read back, it is the run again. */
export function formatJson(run: Run): string {
  return `${JSON.stringify({ header: run.header, statistics: statisticsOf(run), trials: run.trials }, null, 1)}\n`;
}
