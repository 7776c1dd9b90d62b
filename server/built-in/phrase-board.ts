import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import { isHighestMode, toBoard } from "../../tools/placement/board.ts";
import { toRelease } from "../../tools/placement/release.ts";

/** A board as a plan states it. */
export type StatedBoard = Pick<MemoryFitInput, "device" | "powerMode" | "os" | "l4t">;

/** "a" or "an", by the sound of the name: "an IGX Orin", "an RK3588". */
export function withArticle(name: string): string {
  return `${/^(?:[AEIO]|[FHLMNRSX](?![a-z]))/.test(name) ? "an" : "a"} ${name}`;
}

/** "a Jetson Orin NX 16GB in 25W mode, headless": a board with what is stated of it beside the usual. */
export function phraseBoard({ device, powerMode, os, l4t }: StatedBoard, knowledge: Knowledge): string {
  const board = toBoard(device, powerMode, knowledge);
  if (board.id === null)
    throw new AppError(
      "invalid-input",
      `Cannot put "${board.name}" in words: a board described on the spot cannot be asked about; name one on record, or call memory-fit with it.`,
    );
  const mode = board.mode && !isHighestMode(board) ? ` in ${board.mode.name.replace(/^MODE_/, "")} mode` : "";
  const { release, reference } = toRelease(l4t, board, knowledge);
  const system = release?.value.name ?? (reference && knowledge.releases.find(reference)?.entry.value.name);
  return [
    `${withArticle(board.name)}${mode}`,
    ...(os === "headless" ? ["headless"] : []),
    ...(reference === undefined ? [] : [`with ${system ?? reference}`]),
  ].join(", ");
}
