import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { ThermalNote } from "../../knowledge/thermal-schema.ts";
import type { Board } from "../placement/board.ts";
import { isUncapped } from "./draw.ts";

/** What a document says of the heat or supply of a board, ready to be shown. */
export type ThermalRemark = Pick<ThermalNote, "about" | "text" | "confidence"> & { source: string };

function holdsFor({ id, record, mode }: Board, note: ThermalNote): boolean {
  const { classes, generations, devices, uncapped } = note;
  if (record.kind !== "jetson") return false;
  if (classes && !classes.includes(record.class)) return false;
  if (generations && !generations.includes(record.gpu.computeCapability ?? 0)) return false;
  if (devices && !devices.includes(id ?? "")) return false;
  return !uncapped || isUncapped(mode);
}

/** Everything on record about heat, cooling and supply of a board in its mode, in the order of the record. */
export function thermalRemarks(board: Board, knowledge: Pick<Knowledge, "thermals">): ThermalRemark[] {
  return knowledge.thermals
    .filter((note) => holdsFor(board, note))
    .map(({ about, text, source, confidence }) => ({
      about,
      text,
      confidence,
      source: source[0] ?? "own-estimate",
    }));
}
