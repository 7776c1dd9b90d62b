import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { drawLedger } from "../../tools/memory/ledger.ts";
import { toBoard } from "../../tools/placement/board.ts";
import { toPlaced, WorkloadInput } from "../../tools/placement/workload.ts";
import { workloadsOf } from "./plan-fit.ts";
import type { Reading } from "./reading.ts";

/** The first of some boards that holds everything of a question; undefined where none does, or nobody can tell. */
export function holdingBoard(
  boards: readonly string[],
  reading: Reading,
  knowledge: Knowledge,
): string | undefined {
  try {
    const placed = workloadsOf(reading, knowledge).map(({ workload }) =>
      toPlaced(WorkloadInput.parse(workload), knowledge),
    );
    return boards.find((id) => {
      const board = toBoard(id, undefined, knowledge);
      return (
        drawLedger(board, reading.headless ? "headless" : "desktop", placed, knowledge).verdict === "fits"
      );
    });
  } catch (error) {
    // What cannot be placed is told by the tool that is asked to place it.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
