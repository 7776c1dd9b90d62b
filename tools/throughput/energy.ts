import { z } from "zod";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Dollars, Joules, WattHours, Watts } from "../../knowledge/units.ts";
import { answersEnergy, energyCost, joulesPerToken, promptsEnergy } from "../formulas/energy.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { type DrawEvidence, decodeDraw } from "../power/draw.ts";
import type { Prediction } from "./prediction.ts";
import type { Range } from "./range.ts";

/** What a caller can say of answers and electricity. */
export const EnergyInput = {
  answerTokens: z.int().positive().max(1_000_000).optional().describe("tokens of an answer, for its energy"),
  electricityUsdPerKwh: z
    .number()
    .nonnegative()
    .max(100)
    .optional()
    .describe("price of a kilowatt-hour, USD"),
};
export type EnergyInput = { answerTokens?: number | undefined; electricityUsdPerKwh?: number | undefined };

/** Draw while decoding and what 1,000 answers take; numbers are null where they are not known. */
export type Energy = {
  watts: Range | null;
  budgetWatts: Watts | null;
  tokensPerSecondPerWatt: number | null;
  joulesPerToken: Joules | null;
  /** Decoding only; the prompts are given apart. */
  energyPerThousandAnswersWattHours: WattHours | null;
  promptEnergyPerThousandWattHours: WattHours | null;
  /** Of decoding and electricity only. */
  costPerThousandAnswersUsd: Dollars | null;
  answerTokens: number;
  electricityUsdPerKwh: Dollars;
  evidence: DrawEvidence | null;
  source: string | null;
  text: string;
};

const answers = 1000;

const nothing = {
  tokensPerSecondPerWatt: null,
  joulesPerToken: null,
  energyPerThousandAnswersWattHours: null,
  promptEnergyPerThousandWattHours: null,
  costPerThousandAnswersUsd: null,
} as const;

function perAnswers(
  watts: Watts,
  { aggregateTokensPerSecond, timeToFirstTokenMs }: Prediction,
  answerTokens: number,
  usdPerKilowattHour: Dollars,
) {
  if (!aggregateTokensPerSecond) return nothing;
  const speed = aggregateTokensPerSecond.expected;
  const perToken = joulesPerToken(watts, speed);
  const energy = answersEnergy(answers, answerTokens, perToken);
  return {
    tokensPerSecondPerWatt: speed / watts,
    joulesPerToken: perToken,
    energyPerThousandAnswersWattHours: energy,
    promptEnergyPerThousandWattHours:
      timeToFirstTokenMs && promptsEnergy(answers, watts, timeToFirstTokenMs.expected),
    costPerThousandAnswersUsd: energyCost(energy, usdPerKilowattHour),
  };
}

/** Watts, efficiency, and energy and electricity of 1,000 answers at a predicted speed. */
export function toEnergy(
  board: Board,
  placed: Placed,
  prediction: Prediction,
  { answerTokens, electricityUsdPerKwh }: EnergyInput,
  knowledge: Knowledge,
): Energy {
  const tokens = answerTokens ?? knowledge.assumption("answer-tokens").value;
  const price = electricityUsdPerKwh ?? knowledge.assumption("electricity-price").value;
  const draw = prediction.basis ? decodeDraw(board, placed, knowledge) : null;
  const given = { answerTokens: tokens, electricityUsdPerKwh: price };
  if (!draw) {
    const text = prediction.basis
      ? `no watts are on record for ${board.name}`
      : "no speed is known, so no energy";
    return {
      watts: null,
      budgetWatts: null,
      ...nothing,
      ...given,
      evidence: null,
      source: null,
      text,
    };
  }
  return {
    watts: draw.watts,
    budgetWatts: draw.budget.watts,
    ...perAnswers(draw.watts.expected, prediction, tokens, price),
    ...given,
    evidence: draw.evidence,
    source: draw.source,
    text: draw.text,
  };
}

/** What was filled in about answers and electricity, in words. */
export function energyAssumptions(
  { watts, ...used }: Energy,
  { answerTokens, electricityUsdPerKwh }: EnergyInput,
): string[] {
  if (watts === null) return [];
  return [
    ...(answerTokens === undefined ? [`energy: ${used.answerTokens} tokens an answer`] : []),
    ...(electricityUsdPerKwh === undefined
      ? [`energy: electricity at ${used.electricityUsdPerKwh} USD a kilowatt-hour`]
      : []),
  ];
}
