import { describe, expect, it } from "vitest";
import {
  operationsPerParameter,
  prefillSpeed,
  timeToFirstToken,
  visionTime,
} from "../../../tools/formulas/prefill.ts";

describe("operationsPerParameter", () => {
  it("is a multiplication and an addition", () => {
    expect(operationsPerParameter).toBe(2);
  });
});

describe("prefillSpeed()", () => {
  it.each([
    { parameters: 1e9, operations: 2e12, speed: 1000 },
    { parameters: 8e9, operations: 16e12, speed: 1000 },
    { parameters: 8e9, operations: 8e12, speed: 500 },
  ])(
    "is $speed tok/s for $parameters parameters at $operations operations a second",
    ({ parameters, operations, speed }) => {
      expect(prefillSpeed(parameters, operations)).toBe(speed);
    },
  );
});

describe("visionTime()", () => {
  it.each([
    { patches: 1000, milliseconds: 1000 },
    { patches: 2000, milliseconds: 2000 },
    { patches: 0, milliseconds: 0 },
  ])(
    "is $milliseconds ms for $patches patches through half a billion parameters at 1e12 operations a second",
    ({ patches, milliseconds }) => {
      expect(visionTime(0.5e9, patches, 1e12)).toBe(milliseconds);
    },
  );
});

describe("timeToFirstToken()", () => {
  const parts = { vision: 0, promptTokens: 500, prefill: 1000, floor: 30, firstPass: 20 };

  it.each([
    { what: "500 tokens at 1,000 tok/s, floor 30 ms, first pass 20 ms", change: {}, milliseconds: 550 },
    { what: "an image of 200 ms before", change: { vision: 200 }, milliseconds: 750 },
    { what: "no prompt", change: { promptTokens: 0 }, milliseconds: 50 },
  ])("is $milliseconds ms for $what", ({ change, milliseconds }) => {
    expect(timeToFirstToken({ ...parts, ...change })).toBe(milliseconds);
  });
});
