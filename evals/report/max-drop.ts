import { AppError } from "../../knowledge/errors.ts";

/** By how much the share of a scorer may fall, by its name. */
export type MaxDrop = ReadonlyMap<string, number>;

/** Stands for passing all scorers. */
export const ALL = "all";
/** Stands for the share of cases that could be judged before and end in errors now. */
export const ERRORS = "errors";

function parseLine(line: string): [string, number] {
  const [, name = "", amount = ""] = /^([a-z-]+)=(\d(?:\.\d+)?)$/.exec(line.trim()) ?? [];
  const share = amount === "" ? Number.NaN : Number(amount);
  if (!(share <= 1))
    throw new AppError(
      "invalid-input",
      `Cannot read "${line}" as what a scorer may fall by: wanted a name and a share from 0 to 1, such as verdict=0.01.`,
    );
  return [name, share];
}

/** Reads "verdict=0,numbers=0.01": by how much the share of each may fall. */
export function parseMaxDrop(text: string): MaxDrop {
  return new Map(text.split(",").map(parseLine));
}
