import { argumentsScorer } from "./arguments.ts";
import { asksBackScorer } from "./asks-back.ts";
import { citationsScorer } from "./citations.ts";
import { factsScorer } from "./facts.ts";
import { languageScorer } from "./language.ts";
import { latencyScorer, stepsScorer, tokensScorer } from "./limits.ts";
import { numbersScorer } from "./numbers.ts";
import { reasonsScorer } from "./reasons.ts";
import { refusesScorer } from "./refuses.ts";
import { restraintScorer } from "./restraint.ts";
import type { Limits, Scorer } from "./scorer.ts";
import { toolsScorer } from "./tools.ts";
import { verdictScorer } from "./verdict.ts";

/** Every scorer, in the order of the reports. All of them are deterministic, and all gate. */
export const scorers: readonly Scorer[] = [
  verdictScorer,
  numbersScorer,
  factsScorer,
  toolsScorer,
  argumentsScorer,
  citationsScorer,
  reasonsScorer,
  asksBackScorer,
  refusesScorer,
  restraintScorer,
  languageScorer,
  stepsScorer,
  latencyScorer,
  tokensScorer,
];

/** What a trial may cost where nobody says otherwise; a name such as "Orin" stands for many boards, each asked for. */
export const usualLimits: Limits = { toolCalls: 24, requests: 8, outputTokens: 4096, durationMs: 300_000 };
