import { type Guarded, isMissingOr, isNumber, isShape, isString } from "../guards.ts";

const isStatus = isShape({ state: isString, message: isString, position: isMissingOr(isNumber) });

const words = new Map([
  ["loading", "The model is loading …"],
  ["retrying", "The model did not answer. Trying again …"],
  ["writing", "The model is writing …"],
  ["rewriting", "Rewriting a sentence that did not pass the check …"],
]);
const places = ["First", "Second", "Third", "Fourth", "Fifth"];

function toText({ state, message, position }: Guarded<typeof isStatus>): string | undefined {
  if (state === "queued" && position !== undefined)
    return `${places[position - 1] ?? `Number ${position}`} in the queue …`;
  return message.trim() || words.get(state);
}

/** What an answer waits for, in words, when a part of the stream says so. */
export function toWaitingText(part: { type: string; data: unknown }): string | undefined {
  return part.type === "data-status" && isStatus(part.data) ? toText(part.data) : undefined;
}
