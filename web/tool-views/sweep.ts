import { type Guarded, isBoolean, isMissingOr, isNullOr, isNumber, isShape, isString } from "../guards.ts";
import { isVerdict } from "./verdict.ts";

const rowShape = {
  name: isString,
  powerMode: isNullOr(isString),
  verdict: isVerdict,
  headroomBytes: isNumber,
  bytesNeeded: isMissingOr(isNumber),
  bytesAvailable: isMissingOr(isNumber),
  decodeTokensPerSecond: isNullOr(isShape({ expected: isNumber })),
  price: isNullOr(isShape({ usd: isNumber, kind: isString, date: isString })),
  watts: isNullOr(isNumber),
  meetsAll: isBoolean,
  whyNot: isNullOr(isString),
};

/** One board of a sweep. Bytes, tok/s, US dollars, watts. */
export const isRow = isShape(rowShape);

/** One plan of a sweep: a board with settings. */
export const isPlan = isShape({ ...rowShape, settings: isString, quality: isNullOr(isString) });

export type Row = Guarded<typeof isRow>;

/** The first of a ranking, by what it was ranked by. */
const firsts = new Map([
  ["cheapest", "Cheapest"],
  ["coolest", "Coolest"],
  ["fastest", "Fastest"],
  ["headroom", "Roomiest"],
]);

/** What the first row of a ranking is called. */
export function firstOf(rankedBy: string | undefined): string {
  return firsts.get(rankedBy ?? "") ?? "Best";
}
