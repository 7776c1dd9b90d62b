import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Bytes, Dollars } from "../../knowledge/units.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { isOnSale, toBoard } from "../../tools/placement/board.ts";
import { findBlockers } from "../../tools/placement/compatibility.ts";
import { newestPrice } from "../../tools/placement/newest-price.ts";
import { toPlaced } from "../../tools/placement/workload.ts";

/** A board on sale, with its newest price. */
export type OtherBoard = { id: string; name: string; price: Dollars; bytes: Bytes };

/** A smaller board has to have this much more than what the present one needs: its ledger is another one. */
const leastRoom = 1.1;

/** Another face of a module has about the same memory. */
const muchSmaller = 0.9;

/** The boards that somebody names a price for, cheapest first. */
function boardsOnSale(knowledge: Knowledge): OtherBoard[] {
  return knowledge.devices.entries
    .filter(({ value }) => isOnSale(value))
    .map(({ id, value }) => ({
      id,
      name: value.name,
      price: newestPrice(value)?.value ?? Number.POSITIVE_INFINITY,
      bytes: value.memTotal ?? 0,
    }))
    .sort((a, b) => a.price - b.price || (a.id < b.id ? -1 : 1));
}

/** The boards on which nothing in the plan is refused for its kind. */
function boardsFor({ resolved }: MemoryFit, knowledge: Knowledge): OtherBoard[] {
  const workloads = resolved.workloads.map((workload) => toPlaced(workload, knowledge));
  return boardsOnSale(knowledge).filter(({ id }) => {
    const board = toBoard(id, undefined, knowledge);
    return id !== resolved.device && workloads.every((placed) => findBlockers(board, placed).length === 0);
  });
}

function priceOf(device: unknown, knowledge: Knowledge): Dollars | undefined {
  const record = typeof device === "string" ? knowledge.devices.find(device)?.entry.value : undefined;
  return record && newestPrice(record)?.value;
}

/** The next smaller board for less money that still has room for a plan, and the cheapest with more memory. */
export function boardsBeside(
  fit: MemoryFit,
  knowledge: Knowledge,
): { cheaper: OtherBoard | undefined; larger: OtherBoard | undefined } {
  const price = priceOf(fit.resolved.device, knowledge);
  const boards = boardsFor(fit, knowledge);
  const isSmaller = (board: OtherBoard) =>
    price !== undefined && board.price < price && board.bytes < fit.bytesAvailable * muchSmaller;
  return {
    cheaper: boards.findLast((board) => isSmaller(board) && board.bytes >= fit.bytesNeeded * leastRoom),
    larger: boards.find(({ bytes }) => bytes > fit.bytesAvailable),
  };
}

/** The next cheaper and the next dearer board, whatever runs on them. */
export function boardsByPrice(
  device: string,
  knowledge: Knowledge,
): { cheaper: OtherBoard | undefined; dearer: OtherBoard | undefined } {
  const price = priceOf(device, knowledge);
  const boards = boardsOnSale(knowledge).filter(({ id }) => id !== device);
  return {
    cheaper: boards.findLast((board) => price !== undefined && board.price < price),
    dearer: boards.find((board) => price !== undefined && board.price > price),
  };
}

/** The cheapest board on sale and the one with the most memory. */
export function outermostBoards(knowledge: Knowledge): OtherBoard[] {
  const boards = boardsOnSale(knowledge);
  const [largest] = boards.toSorted((a, b) => b.bytes - a.bytes || a.price - b.price);
  return [...boards.slice(0, 1), ...(largest ? [largest] : [])];
}
