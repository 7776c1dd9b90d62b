import { type Guarded, isNullOr, isNumber, isShape, isString } from "../guards.ts";

/** What a board draws while it decodes, and what that makes of a thousand answers. */
export const isEnergy = isShape({
  watts: isNullOr(isShape({ low: isNumber, expected: isNumber, high: isNumber })),
  budgetWatts: isNullOr(isNumber),
  tokensPerSecondPerWatt: isNullOr(isNumber),
  energyPerThousandAnswersWattHours: isNullOr(isNumber),
  costPerThousandAnswersUsd: isNullOr(isNumber),
  answerTokens: isNumber,
  electricityUsdPerKwh: isNumber,
  text: isString,
});

export type Energy = Guarded<typeof isEnergy>;
