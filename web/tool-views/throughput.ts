import {
  type Guarded,
  isBoolean,
  isListOf,
  isMissingOr,
  isNullOr,
  isNumber,
  isRecord,
  isShape,
  isString,
} from "../guards.ts";
import { isEnergy } from "./energy.ts";
import { groundsShape } from "./grounds.ts";

const isRange = isShape({ low: isNumber, expected: isNumber, high: isNumber });

const isReference = isShape({
  id: isString,
  distance: isString,
  note: isMissingOr(isNullOr(isString)),
  tokensPerSecond: isNumber,
  metric: isString,
  sameModule: isMissingOr(isBoolean),
  plausible: isMissingOr(isBoolean),
  speculation: isMissingOr(isNullOr(isString)),
  source: isString,
  date: isNullOr(isString),
});

/** What `estimate-throughput` gives, as far as it is shown. tok/s and ms. */
export const isThroughput = isShape({
  ...groundsShape,
  decodeTokensPerSecond: isNullOr(isRange),
  aggregateTokensPerSecond: isNullOr(isRange),
  prefillTokensPerSecond: isNullOr(isRange),
  timeToFirstTokenMs: isNullOr(isRange),
  visionMs: isNullOr(isRange),
  ceilingTokensPerSecond: isNullOr(isNumber),
  boundBy: isNullOr(isString),
  evidence: isString,
  references: isListOf(isReference),
  blockers: isListOf(isShape({ message: isString })),
  coldStart: isMissingOr(isNullOr(isShape({ text: isString }))),
  shipped: isMissingOr(isNullOr(isShape({ powerMode: isString, decodeTokensPerSecond: isRange }))),
  intervalBasis: isMissingOr(isNullOr(isShape({ text: isString }))),
  pace: isMissingOr(isNullOr(isString)),
  power: isMissingOr(isEnergy),
  verify: isMissingOr(isNullOr(isString)),
  names: isShape({
    device: isString,
    model: isString,
    powerMode: isNullOr(isString),
    quantization: isMissingOr(isString),
    runtime: isMissingOr(isString),
  }),
  resolved: isMissingOr(isRecord),
  facts: isMissingOr(isListOf(isShape({ id: isString, value: isNumber }))),
});

export type Throughput = Guarded<typeof isThroughput>;
export type Range = Guarded<typeof isRange>;
export type Reference = Guarded<typeof isReference>;

/** The board in its mode. */
export function boardOf({ names: { device, powerMode } }: Pick<Throughput, "names">): string {
  return powerMode ? `${device} in ${powerMode}` : device;
}
