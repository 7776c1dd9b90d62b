import type { Knowledge } from "../../knowledge/knowledge.ts";
import { recordAssumptions } from "../assumptions.ts";
import type { FactBook } from "../facts.ts";
import { type Board, memoryAvailable } from "../placement/board.ts";
import { drawLedger, type OperatingSystem } from "./ledger.ts";

const systems: readonly (readonly [OperatingSystem, string])[] = [
  ["desktop", "memory left beside a desktop and the reserve"],
  ["headless", "memory left beside a headless system and the reserve"],
];

/** What a board has for everything that is to run on it, before anything does; none where its memory is unknown. */
export function addRoom(book: FactBook, board: Board, everything: Knowledge): void {
  if (memoryAvailable(board) === undefined) return;
  const { knowledge, sources } = recordAssumptions(everything);
  for (const [os, label] of systems) {
    const { headroomBytes } = drawLedger(board, os, [], knowledge);
    const quantity = { label, value: headroomBytes, unit: "B" } as const;
    book.computed(`room-${os}`, quantity, "usable memory − system − reserve", ["memTotal"]);
  }
  book.cite(sources());
}
