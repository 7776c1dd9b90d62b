import type { Milliseconds, TokensPerSecond } from "../../knowledge/units.ts";

/** Operations a dense layer spends on one token: a multiplication and an addition for each parameter. */
export const operationsPerParameter = 2;

/** Prompt tokens a second: reached operations a second ÷ operations a token. */
export function prefillSpeed(parameters: number, operationsPerSecond: number): TokensPerSecond {
  return operationsPerSecond / (operationsPerParameter * parameters);
}

/** Milliseconds to encode images: patches × tower parameters × 2 operations ÷ reached operations a second. */
export function visionTime(
  towerParameters: number,
  patches: number,
  operationsPerSecond: number,
): Milliseconds {
  return (operationsPerParameter * towerParameters * patches * 1000) / operationsPerSecond;
}

/** Milliseconds to the first token: images, prompt, a floor, and the first pass. */
export function timeToFirstToken(parts: {
  vision: Milliseconds;
  promptTokens: number;
  prefill: TokensPerSecond;
  floor: Milliseconds;
  firstPass: Milliseconds;
}): Milliseconds {
  return parts.vision + (1000 * parts.promptTokens) / parts.prefill + parts.floor + parts.firstPass;
}
