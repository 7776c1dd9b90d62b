import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { toBoard } from "../../tools/placement/board.ts";
import { findBlockers } from "../../tools/placement/compatibility.ts";
import { toPlaced, WorkloadInput } from "../../tools/placement/workload.ts";
import { planFit, workloadsOf } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import { isPresuming } from "./read-premises.ts";
import type { Reading } from "./reading.ts";

/** True where board, engine and format of a reading cannot be combined on any of its boards. */
function isImpossible(reading: Reading, knowledge: Knowledge): boolean {
  const { boards } = reading;
  const workloads = workloadsOf(reading, knowledge).map(({ workload }) => workload);
  try {
    return boards.every((device) =>
      workloads.some((workload) => {
        const placed = toPlaced(WorkloadInput.parse(workload), knowledge);
        return findBlockers(toBoard(device, undefined, knowledge), placed).length > 0;
      }),
    );
  } catch (error) {
    if (error instanceof AppError) return true;
    throw error;
  }
}

/**
 * What can be had in place of a combination that a question takes for granted and that does not exist: the same
 * models without the format, without the engine, or without both. None where it exists, or where it is asked whether.
 */
export function planPossible(question: string, reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const { boards, models, quantizations, runtimes, board, compares } = reading;
  const isNamed = quantizations.length > 0 || runtimes.length > 0;
  if (boards.length === 0 || models.length === 0 || !isNamed || board || compares) return [];
  if (!reading.speed && !isPresuming(question)) return [];
  if (!isImpossible(reading, knowledge)) return [];
  const others = [
    { ...reading, quantizations: [] },
    { ...reading, runtimes: [] },
    { ...reading, quantizations: [], runtimes: [] },
  ];
  const possible = others.find((other) => !isImpossible(other, knowledge));
  return possible ? planFit(possible, knowledge) : [];
}
