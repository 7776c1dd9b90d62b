import { describe, expect, it } from "vitest";
import { type Figures, missesOf, missWords } from "../../../tools/sweep/requirements.ts";

const figures: Figures = {
  verdict: "fits",
  headroomBytes: 1e9,
  decode: 20,
  priceUsd: 999,
  watts: 25,
  contextTokens: 4096,
  contextFault: null,
};
const wanted = {
  minimumTokensPerSecond: 20,
  minimumContextTokens: 4096,
  powerBudgetWatts: 25,
  budgetUsd: 999,
};

describe("missesOf()", () => {
  it("finds none at the edge of everything, and none where nothing is asked", () => {
    expect(missesOf(figures, wanted)).toEqual([]);
    expect(missesOf({ ...figures, decode: null, priceUsd: null, watts: null }, {})).toEqual([]);
    expect(missesOf({ ...figures, verdict: "tight" }, wanted)).toEqual([]);
  });

  it.each([
    { change: { verdict: "unsupported" }, miss: "unsupported" },
    { change: { verdict: "does-not-fit", decode: null }, miss: "does-not-fit" },
    { change: { decode: 19.9 }, miss: "too-slow" },
    { change: { decode: null }, miss: "speed-unknown" },
    { change: { watts: 25.5 }, miss: "over-power" },
    { change: { watts: null }, miss: "power-unknown" },
    { change: { priceUsd: 1000 }, miss: "over-budget" },
    { change: { priceUsd: null }, miss: "no-price" },
    { change: { contextTokens: 4095 }, miss: "context-too-short" },
    { change: { contextFault: "too-short-for-images" }, miss: "context-too-short" },
    { change: { contextFault: "beyond-model" }, miss: "context-beyond-model" },
  ] as const)("finds $miss for $change", ({ change, miss }) => {
    expect(missesOf({ ...figures, ...change }, wanted)).toEqual([miss]);
  });

  it("asks no speed of workloads without a language model", () => {
    expect(missesOf({ ...figures, decode: undefined }, wanted)).toEqual([]);
  });
});

describe("missWords()", () => {
  it.each([
    { miss: "does-not-fit", words: "short by 2.50 GB" },
    { miss: "too-slow", words: "12 tok/s is below 20 tok/s" },
    { miss: "over-power", words: "60 W is above 25 W" },
    { miss: "over-budget", words: "3,499 USD is above 999 USD" },
    { miss: "no-price", words: "no price on record" },
    { miss: "context-too-short", words: "2,048 tokens of context are fewer than 4,096" },
  ] as const)("says of $miss: $words", ({ miss, words }) => {
    const missing: Figures = {
      ...figures,
      headroomBytes: -2.5e9,
      decode: 12,
      watts: 60,
      priceUsd: 3499,
      contextTokens: 2048,
    };
    expect(missWords(miss, missing, wanted)).toBe(words);
  });
});
