import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import { toPlaced } from "../../tools/placement/workload.ts";
import { phraseBoard } from "./phrase-board.ts";
import { phraseWorkloads } from "./phrase-workload.ts";
import { longestQuestion } from "./reading.ts";

/**
 * A plan as one question that needs no other: the planner reads it back to the same call of `memory-fit`. A model known
 * by its size only is asked about by that; a plan that no words hold is an `invalid-input`, an unknown or ambiguous
 * name the error of the catalogue.
 */
export function toQuestion(input: MemoryFitInput, knowledge: Knowledge): string {
  const board = phraseBoard(input, knowledge);
  const workloads = input.workloads.map((workload) => toPlaced(workload, knowledge));
  const question = `Can I run ${phraseWorkloads(workloads, knowledge)} on ${board}?`;
  if (question.length <= longestQuestion) return question;
  throw new AppError(
    "invalid-input",
    `Cannot put the plan in words: its question has ${question.length} characters, and at most ${longestQuestion} are read; ask about fewer workloads, or call memory-fit.`,
  );
}
