import { describe, expect, it } from "vitest";
import {
  ceilingPrefill,
  meanWait,
  operationsPerParameter,
  promptOperations,
  promptTime,
  tokenTime,
  visionOperations,
} from "../../../tools/formulas/prefill.ts";

describe("operationsPerParameter", () => {
  it("is a multiplication and an addition", () => {
    expect(operationsPerParameter).toBe(2);
  });
});

describe("promptOperations()", () => {
  it.each([
    { what: "layers alone", groups: [], tokens: 10, sequences: 1, operations: 20_000 },
    { what: "two prompts", groups: [], tokens: 10, sequences: 2, operations: 40_000 },
    // 4 × 3 layers × 5 wide × 5 tokens seen on average = 300 for each of 10 tokens
    { what: "attention", groups: [{ layers: 3, width: 5 }], tokens: 10, sequences: 1, operations: 23_000 },
    {
      what: "a window of 2",
      groups: [{ layers: 3, width: 5, window: 2 }],
      tokens: 10,
      sequences: 1,
      operations: 21_200,
    },
    {
      what: "a window that is never full",
      groups: [{ layers: 3, width: 5, window: 5 }],
      tokens: 10,
      sequences: 1,
      operations: 23_000,
    },
  ])("is $operations for 1,000 parameters: $what", ({ groups, tokens, sequences, operations }) => {
    expect(promptOperations(1000, groups, tokens, sequences)).toBe(operations);
  });
});

/** 2 s of arithmetic, 1 s to stream the weights, 0.5 s for values of 10 bytes, 0.25 s for the state. */
const work = { operations: 2e12, weightBytes: 100e9, values: 5e9, stateBytes: 25e9 };
const machine = { peakOperations: 1e12, bandwidth: 100e9 };
const ideal = { overhead: 0, arithmetic: 1, streaming: 1, valueBytes: 10, state: 1 };

describe("promptTime()", () => {
  it.each([
    { what: "an ideal engine", change: {}, milliseconds: 3750 },
    { what: "an overhead", change: { overhead: 30 }, milliseconds: 3780 },
    { what: "half the arithmetic", change: { arithmetic: 2 }, milliseconds: 5750 },
    { what: "weights that hide", change: { streaming: 0 }, milliseconds: 2750 },
    { what: "values that stay in a cache", change: { valueBytes: 0 }, milliseconds: 3250 },
    { what: "state in chunks", change: { state: 0.2 }, milliseconds: 3550 },
  ])("is $milliseconds ms with $what", ({ change, milliseconds }) => {
    expect(promptTime(work, machine, { ...ideal, ...change })).toBeCloseTo(milliseconds, 9);
  });
});

describe("tokenTime()", () => {
  it("leaves out the overhead and the weights", () => {
    expect(tokenTime(work, machine, { ...ideal, overhead: 30 })).toBeCloseTo(2750, 9);
  });
});

describe("ceilingPrefill()", () => {
  it.each([
    { parameters: 1e9, peak: 2e12, speed: 1000 },
    { parameters: 8e9, peak: 16e12, speed: 1000 },
    { parameters: 8e9, peak: 8e12, speed: 500 },
  ])(
    "is $speed tok/s for $parameters parameters at $peak operations a second",
    ({ parameters, peak, speed }) => {
      expect(ceilingPrefill(parameters, peak)).toBe(speed);
    },
  );
});

describe("visionOperations()", () => {
  it.each([
    { what: "patches that see nothing", patches: 1000, together: 0, operations: 1e12 },
    { what: "twice as many", patches: 2000, together: 0, operations: 2e12 },
    { what: "6 × 100 that see one another", patches: 1000, together: 600, operations: 2e12 },
    { what: "windows of 60", patches: 1000, together: 60, operations: 1.1e12 },
    { what: "no patch", patches: 0, together: 0, operations: 0 },
  ])(
    "is $operations for half a billion parameters of width 100: $what",
    ({ patches, together, operations }) => {
      expect(visionOperations(0.5e9, patches, together, 100)).toBeCloseTo(operations, 0);
    },
  );
});

describe("meanWait()", () => {
  it.each([
    { sequences: 1, share: 1 },
    { sequences: 2, share: 0.75 },
    { sequences: 8, share: 0.5625 },
  ])("is $share of all prompts for $sequences sequences", ({ sequences, share }) => {
    expect(meanWait(sequences)).toBe(share);
  });
});
