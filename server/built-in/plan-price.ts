import { asksPrice } from "./asks-price.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

const mostBoards = 4;

/** The records of the boards spoken of, where their price is asked. */
export function planPrice(question: string, { boards }: Reading): PlannedCall[] | undefined {
  if (!asksPrice(question) || boards.length === 0) return undefined;
  return boards.slice(0, mostBoards).map((name) => ({ name: "look-up", input: { name } }));
}
