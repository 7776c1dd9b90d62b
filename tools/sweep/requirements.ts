import {
  type Bytes,
  type Dollars,
  formatBytes,
  formatCount,
  formatDollars,
  formatSpeed,
  type TokensPerSecond,
  type Watts,
} from "../../knowledge/units.ts";
import type { Verdict } from "../memory/ledger.ts";

/** What a configuration has to reach, as far as it was said. */
export type Requirements = {
  minimumTokensPerSecond?: TokensPerSecond | undefined;
  minimumContextTokens?: number | undefined;
  powerBudgetWatts?: Watts | undefined;
  budgetUsd?: Dollars | undefined;
};

/** The numbers by which configurations are judged and ranked; null where nobody knows. */
export type Figures = {
  verdict: Verdict;
  headroomBytes: Bytes;
  /** One stream of the leading model; undefined where no language model runs. */
  decode: TokensPerSecond | null | undefined;
  priceUsd: Dollars | null;
  watts: Watts | null;
  /** Tokens of context of the sequence that has least. */
  contextTokens: number;
  /** Tokens by which the contexts are too short for the images in them, or too long for the model. */
  contextFault: "too-short-for-images" | "beyond-model" | null;
};

/** Why a configuration is out, in the order in which it is asked. */
export type Miss =
  | "unsupported"
  | "context-too-short"
  | "context-beyond-model"
  | "does-not-fit"
  | "speed-unknown"
  | "too-slow"
  | "power-unknown"
  | "over-power"
  | "no-price"
  | "over-budget";

/** What keeps a configuration from being taken; empty when it meets everything. */
export function missesOf(figures: Figures, wanted: Requirements): Miss[] {
  const { verdict, decode, watts, priceUsd, contextTokens, contextFault } = figures;
  const { minimumTokensPerSecond, powerBudgetWatts, budgetUsd, minimumContextTokens = 0 } = wanted;
  const misses: Miss[] = [];
  if (verdict === "unsupported") misses.push("unsupported");
  if (contextTokens < minimumContextTokens || contextFault === "too-short-for-images")
    misses.push("context-too-short");
  if (contextFault === "beyond-model") misses.push("context-beyond-model");
  if (verdict === "does-not-fit") misses.push("does-not-fit");
  const runs = verdict === "fits" || verdict === "tight";
  if (minimumTokensPerSecond !== undefined && runs && decode !== undefined) {
    if (decode === null) misses.push("speed-unknown");
    else if (decode < minimumTokensPerSecond) misses.push("too-slow");
  }
  if (powerBudgetWatts !== undefined) {
    if (watts === null) misses.push("power-unknown");
    else if (watts > powerBudgetWatts) misses.push("over-power");
  }
  if (budgetUsd !== undefined) {
    if (priceUsd === null) misses.push("no-price");
    else if (priceUsd > budgetUsd) misses.push("over-budget");
  }
  return misses;
}

/** A miss in words, with the numbers that decide it. */
export function missWords(miss: Miss, figures: Figures, wanted: Requirements): string {
  const { headroomBytes, decode, watts, priceUsd, contextTokens, contextFault } = figures;
  switch (miss) {
    case "unsupported":
      return "board, runtime and format cannot be combined";
    case "context-too-short":
      return contextFault === "too-short-for-images"
        ? `its images do not go into ${formatCount(contextTokens)} tokens of context`
        : `${formatCount(contextTokens)} tokens of context are fewer than ${formatCount(wanted.minimumContextTokens ?? 0)}`;
    case "context-beyond-model":
      return "the context is longer than the model was made for";
    case "does-not-fit":
      return `short by ${formatBytes(-headroomBytes)}`;
    case "speed-unknown":
      return "its speed is not known: benchmark required";
    case "too-slow":
      return `${formatSpeed(decode ?? 0)} is below ${formatSpeed(wanted.minimumTokensPerSecond ?? 0)}`;
    case "power-unknown":
      return "the power of its mode is not on record";
    case "over-power":
      return `${watts} W is above ${wanted.powerBudgetWatts} W`;
    case "no-price":
      return "no price on record";
    case "over-budget":
      return `${formatDollars(priceUsd ?? 0)} is above ${formatDollars(wanted.budgetUsd ?? 0)}`;
  }
}
