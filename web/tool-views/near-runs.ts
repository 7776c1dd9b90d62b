import { type Guarded, isBoolean, isListOf, isMissingOr, isNullOr, isShape, isString } from "../guards.ts";

const isNames = isShape({
  model: isString,
  device: isNullOr(isString),
  quantization: isNullOr(isString),
  runtime: isNullOr(isString),
});

const isNearRun = isShape({
  id: isString,
  metric: isString,
  display: isString,
  model: isString,
  device: isString,
  quantization: isString,
  runtime: isString,
  // Answers kept on a device from before the tools gave names have none.
  names: isMissingOr(isNames),
  conditions: isMissingOr(isString),
  distance: isString,
  plausible: isBoolean,
  date: isNullOr(isString),
  source: isString,
});

/** Measured runs near a question, with what differs in words. */
export const isNearRuns = isListOf(isNearRun);

export type NearRuns = Guarded<typeof isNearRuns>;
