import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { PowerMode } from "../../knowledge/schema.ts";
import { type Board, isMemoryEstimated, isOnSale, toBoard } from "../placement/board.ts";
import type { Reference } from "../placement/subject.ts";

/** Which power modes of each board are tried. */
export const powerModeChoices = ["highest", "shipped", "all"] as const;
export type PowerModeChoice = (typeof powerModeChoices)[number];

const modeWords: Readonly<Record<PowerModeChoice, string>> = {
  highest: "each board in its highest power mode",
  shipped: "each board in the power mode it ships in",
  all: "each board in every power mode",
};

/** The boards of a sweep, each in its modes, and what was assumed to choose them. */
export type Boards = { boards: Board[]; powerModes: PowerModeChoice; assumptions: string[] };

function modesOf(modes: readonly PowerMode[], choice: PowerModeChoice): readonly PowerMode[] {
  if (choice === "all") return modes;
  const highest = modes.slice(0, 1);
  const shipped = modes.filter((mode) => mode.shipped);
  return choice === "shipped" && shipped.length > 0 ? shipped : highest;
}

function inModes(device: Reference, choice: PowerModeChoice, knowledge: Knowledge): Board[] {
  const board = toBoard(device, undefined, knowledge);
  const modes = modesOf(board.record.powerModes, choice);
  return modes.length > 0 ? modes.map(({ name }) => toBoard(device, name, knowledge)) : [board];
}

/** A board that is named twice is tried once. */
function nameOf({ id, name, mode }: Board): string {
  return `${id ?? name} ${mode?.name ?? ""}`;
}

function cautions(board: Board): string[] {
  const isEstimated = isMemoryEstimated(board);
  const estimated = `${board.name}: its usable memory is an estimate, nobody published MemTotal`;
  return [...board.assumptions, ...(isEstimated ? [estimated] : [])];
}

/**
 * The boards to try: those named, else every current Jetson module on sale. Who limits the power or wants the
 * coolest board is asking for slower modes too.
 */
export function sweptBoards(
  input: { devices?: readonly Reference[] | undefined; powerModes?: PowerModeChoice | undefined },
  asksForPower: boolean,
  knowledge: Knowledge,
): Boards {
  const onSale = knowledge.devices.entries.filter(({ value }) => isOnSale(value)).map(({ id }) => id);
  const powerModes = input.powerModes ?? (asksForPower ? "all" : "highest");
  const named = (input.devices ?? onSale).flatMap((device) => inModes(device, powerModes, knowledge));
  const boards = [...new Map(named.map((board) => [nameOf(board), board])).values()];
  return {
    boards,
    powerModes,
    assumptions: [
      ...(input.devices ? [] : ["every current Jetson module on sale"]),
      ...(input.powerModes ? [] : [modeWords[powerModes]]),
      ...new Set(boards.flatMap(cautions)),
    ],
  };
}
