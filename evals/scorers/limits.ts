import { judgeBy } from "./judge-by.ts";
import type { Scorer } from "./scorer.ts";

const over = (what: string, value: number, most: number): string[] =>
  value > most ? [`It took ${value} ${what}; ${most} are allowed.`] : [];

/** As many calls and requests as a trial may take. */
export const stepsScorer: Scorer = {
  name: "steps",
  about: "Takes no more calls of tools and requests to the model than allowed.",
  score: ({ answer: { toolCalls, usage }, limits }) =>
    judgeBy([
      ...over("calls of tools", toolCalls.length, limits.toolCalls),
      ...over("requests to the model", usage.requests, limits.requests),
    ]),
};

/** As long as a trial may take. */
export const latencyScorer: Scorer = {
  name: "latency",
  about: "Answers in the time allowed.",
  score: ({ answer: { durationMs }, limits }) => judgeBy(over("milliseconds", durationMs, limits.durationMs)),
};

/** As many tokens as a trial may write. */
export const tokensScorer: Scorer = {
  name: "tokens",
  about: "Writes no more tokens than allowed.",
  score: ({ answer: { usage }, limits }) =>
    judgeBy(over("tokens written", usage.outputTokens, limits.outputTokens)),
};
