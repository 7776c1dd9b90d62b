import type { Knowledge } from "../../knowledge/knowledge.ts";
import { needsWorkload } from "./ask-back.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";
import { unknownSoftware } from "./unknown-software.ts";

/** Boards from small to large, where none is named. */
const span = ["orin-nano-8gb-super", "orin-nx-16gb", "agx-orin-64gb", "agx-thor-devkit"];
const mostBoards = 4;

/**
 * The records of the boards, where nothing on record is to run on them: the software is unknown, or a project of which
 * nothing is said. Undefined for any other question.
 */
export function planSoftware(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  if (reading.models.length > 0) return undefined;
  if (unknownSoftware(question, knowledge).length === 0 && !needsWorkload(question, reading))
    return undefined;
  const boards = reading.boards.length > 0 ? reading.boards : span;
  return boards.slice(0, mostBoards).map((name) => ({ name: "look-up", input: { name } }));
}
