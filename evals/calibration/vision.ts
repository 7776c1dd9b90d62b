import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { idealVisionTime, visionAssumption } from "../../tools/throughput/vision.ts";
import { usableRuns } from "../runs.ts";
import type { FitLeastAbsolute } from "./least-absolute.ts";
import { fitParameters, type ObservedRun, type Parameters } from "./parameters.ts";

const arithmetic = {
  least: 1.02,
  meaning: "time of a vision tower against the dense FP16 peak",
  otherwise: "vision-arithmetic-other",
};

/** What is fitted, with the least each may be. */
export const visionParameters: Parameters = {
  "vision-overhead": { least: 0, meaning: "milliseconds of the shortest encoding" },
  "vision-arithmetic-tensorrt-edge-llm-orin": arithmetic,
  "vision-arithmetic-tensorrt-edge-llm-orin-nx-16gb": {
    ...arithmetic,
    meaning: `${arithmetic.meaning}; the vendor's Orin NX runs fit its Super clocks, not those stated`,
  },
  "vision-arithmetic-tensorrt-edge-llm-thor": arithmetic,
};

/** Runs that timed the tower alone: those whose image tokens are known. */
export function visionObservations(knowledge: Knowledge): ObservedRun[] {
  return usableRuns(knowledge, ["vision-latency"]).flatMap((run) => {
    const { row, board, placed } = run;
    if (row.imageTokens === undefined || !placed.language) return [];
    const { concurrency } = row;
    const ideal = idealVisionTime(
      board,
      placed.language,
      row.imageTokens / concurrency,
      concurrency,
      knowledge,
    );
    if (ideal === null) return [];
    const amounts = new Map([
      ["vision-overhead", 1],
      [visionAssumption(board, placed, knowledge), ideal],
    ]);
    return [{ run, observation: { amounts, measured: row.value } }];
  });
}

/** Fits what vision towers cost engines and boards. */
export function fitVision(knowledge: Knowledge, solve: FitLeastAbsolute): Record<string, Assumption> {
  return fitParameters(visionObservations(knowledge), visionParameters, knowledge, solve);
}
