import type { Reading } from "./reading.ts";

/** Words in front of a turn that goes on with what was said, whatever else it names. */
const goesOn =
  /^\W*(?:and|or|but|also|then|no|nope|sorry|actually|what\s+about|how\s+about|what\s+if|the\s+same|same|instead|make\s+(?:it|that)|i\s+(?:meant|mean|said)|not|ok(?:ay)?,?\s+(?:and|but)|so)\b/i;
/** Words in front of a turn that is no sentence of its own. */
const isPart =
  /^\W*(?:with|without|on|in|at|for|as|next\s+to|plus|add|drop|remove|only|just|try|use|headless|cheaper|faster|which\s+(?:board|one)\s+then)\b/i;
const refers =
  /\b(?:it|its|that|this|them|they|those|these|there|then|ones?|the\s+(?:other|bigger|smaller|larger|same|board|module|kit)|again|instead)\b/i;
/** "What is AWQ", "tell me about the Orin NX": a record or a word is asked for, not a plan. */
const defines =
  /^\W*(?:what(?:'s|\s+is|\s+are|\s+does)|who\s+(?:is|are|makes)|when\b|tell\s+me\s+about|explain|describe|define|how\s+(?:much|many)\b)/i;

function isEmpty({ boards, models, quantizations, runtimes, ...reading }: Reading): boolean {
  const named = [boards, models, quantizations, runtimes].some(({ length }) => length > 0);
  const { contextTokens, concurrency, images, streams, watts, dollars, powerMode, kvCacheType } = reading;
  const { headless, memoryGigabytes, promptTokens, eagle, release, requestsPerDay, framesPerSecond } =
    reading;
  const changes = [contextTokens, concurrency, images, streams, watts, dollars, powerMode, kvCacheType];
  return (
    !named &&
    !headless &&
    !eagle &&
    [...changes, memoryGigabytes, promptTokens, release, requestsPerDay, framesPerSecond].every(
      (slot) => slot === undefined,
    )
  );
}

/** A job that a question describes itself, which no earlier model has a part in. */
function describesJob({
  models,
  modelKind,
  application,
  streams,
  requestsPerDay,
  detection,
}: Reading): boolean {
  const described = [modelKind, application, streams, requestsPerDay];
  return models.length > 0 || detection || described.some((slot) => slot !== undefined);
}

/** How a turn stands to what was said: on its own, as a part of it, or as neither a question nor a change. */
export type Standing = "new" | "follows" | "nothing";

/** Whether a turn goes on with the question before it; `asks` is true where it says itself what is asked. */
export function standingOf(text: string, reading: Reading, asks: boolean): Standing {
  const { boards, models, board, whatRuns } = reading;
  const isComplete = boards.length > 0 && models.length > 0;
  if (isComplete) return goesOn.test(text) && !asks ? "follows" : "new";
  const leads = goesOn.test(text) || isPart.test(text);
  const hasReference = leads || refers.test(text);
  if (isEmpty(reading) && !asks) return hasReference && leads ? "follows" : "nothing";
  if (hasReference && !(board && describesJob(reading) && !leads)) return "follows";
  if (whatRuns || (board && describesJob(reading))) return "new";
  return defines.test(text) && !asks ? "new" : "follows";
}
