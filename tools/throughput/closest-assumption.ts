import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Board, isHighestMode } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";

/** Generations of GPU that engines were measured on, by compute capability. */
const generations: ReadonlyMap<number, string> = new Map([
  [8.7, "orin"],
  [11, "thor"],
]);

/** Width of the memory bus by class of board, which sets how much of the bandwidth is reached. */
const buses = { nano: "128-bit", nx: "128-bit", agx: "256-bit", thor: "256-bit", other: "other" } as const;

/** The generation of a board as assumptions name it. */
export function generationOf({ record }: Board): string {
  return generations.get(record.gpu.computeCapability ?? 0) ?? "other";
}

function* namesOf(kind: string, board: Board, { runtime }: Placed): Generator<string> {
  const generation = generationOf(board);
  const { kernels } = runtime.value;
  if (board.id !== null && isHighestMode(board)) yield `${kind}-${runtime.id}-${board.id}`;
  yield `${kind}-${runtime.id}-${generation}`;
  if (kernels) yield `${kind}-${kernels}-${generation}`;
  yield `${kind}-${runtime.id}`;
  if (kernels) yield `${kind}-${kernels}`;
  yield `${kind}-${generation}-${buses[board.record.class]}`;
  yield `${kind}-${generation}`;
  yield `${kind}-other`;
}

/**
 * The closest assumption of a kind on record: for this engine on this very board, whose clocks were those of its
 * highest mode; for the engine or its kernels on this generation of board, then anywhere; for any engine on this
 * generation (with its memory bus); for any. Null where there is none.
 */
export function findClosestAssumption(
  kind: string,
  board: Board,
  placed: Placed,
  knowledge: Knowledge,
): string | null {
  for (const name of namesOf(kind, board, placed)) if (knowledge.findAssumption(name)) return name;
  return null;
}

/** The same of a kind that has an assumption for every engine and board. */
export function closestAssumption(kind: string, board: Board, placed: Placed, knowledge: Knowledge): string {
  return findClosestAssumption(kind, board, placed, knowledge) ?? `${kind}-other`;
}
