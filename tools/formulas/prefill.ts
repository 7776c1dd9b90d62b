import type { Bytes, BytesPerSecond, Milliseconds, TokensPerSecond } from "../../knowledge/units.ts";

/** Operations a dense layer spends on one token: a multiplication and an addition for each parameter. */
export const operationsPerParameter = 2;

/** What reading the prompts of all sequences takes. */
export type PromptWork = {
  operations: number;
  /** Weights read at least once, with every expert that the tokens touch. */
  weightBytes: Bytes;
  /** Values that pass from layer to layer: tokens × layers × width. */
  values: number;
  /** State of the recurrent layers, written and read again at every token. */
  stateBytes: Bytes;
};

/** What the board gives in its power mode. */
export type PromptMachine = {
  /** Dense peak in the format that the engine multiplies in. */
  peakOperations: number;
  bandwidth: BytesPerSecond;
};

/** What prompts cost an engine; linear in each, so that they can be fitted to measured runs. */
export type PromptCosts = {
  /** Kernels to launch, tokens to place: what the shortest prompt takes beside its weights. */
  overhead: Milliseconds;
  /** Time of the arithmetic against the ideal of the peak; 1 would be perfect. */
  arithmetic: number;
  /** Share of the time to stream the weights that does not hide behind arithmetic. */
  streaming: number;
  /** Bytes that the kernels of a layer write and read for each value. */
  valueBytes: number;
  /** Share of the state's traffic that is paid. */
  state: number;
};

/** A group of attention layers; `window` is a sliding window in tokens. */
type AttentionGroup = { layers: number; width: number; window?: number | undefined };

/**
 * Operations to read prompts of that many tokens: two for each parameter and token, and four for each value of a
 * layer and pair of tokens that see one another, half of all pairs since no token looks ahead.
 */
export function promptOperations(
  parameters: number,
  groups: readonly AttentionGroup[],
  tokens: number,
  sequences: number,
): number {
  const seen = (window?: number) => Math.min(tokens / 2, window ?? Number.POSITIVE_INFINITY);
  const attention = groups.map(({ layers, width, window }) => 4 * layers * width * seen(window));
  const perToken = attention.reduce((sum, each) => sum + each, operationsPerParameter * parameters);
  return perToken * tokens * sequences;
}

/** Milliseconds that grow with the tokens: arithmetic, values between layers, recurrent state. */
export function tokenTime(work: PromptWork, machine: PromptMachine, costs: PromptCosts): Milliseconds {
  const moved = work.values * costs.valueBytes + work.stateBytes * costs.state;
  return 1000 * ((costs.arithmetic * work.operations) / machine.peakOperations + moved / machine.bandwidth);
}

/** Milliseconds to read the prompts: an overhead, the weights as far as they do not hide, and the tokens. */
export function promptTime(work: PromptWork, machine: PromptMachine, costs: PromptCosts): Milliseconds {
  const streaming = (1000 * costs.streaming * work.weightBytes) / machine.bandwidth;
  return costs.overhead + streaming + tokenTime(work, machine, costs);
}

/** No prompt is read faster: peak operations a second ÷ operations of one token. */
export function ceilingPrefill(parameters: number, peakOperations: number): TokensPerSecond {
  return peakOperations / (operationsPerParameter * parameters);
}

/**
 * Operations to encode patches: two for each parameter of the tower, and attention among the patches that see one
 * another, which weighs as much once they are six times the tower's width (4 × patches × width against 24 × width²).
 */
export function visionOperations(
  parameters: number,
  patches: number,
  patchesTogether: number,
  towerWidth: number,
): number {
  const attention = 1 + patchesTogether / (6 * towerWidth);
  return operationsPerParameter * parameters * patches * attention;
}

/** Mean wait for the first token over sequences whose prompts are read one after another, as a share of them all. */
export function meanWait(sequences: number): number {
  return (sequences + 1) / (2 * sequences);
}
