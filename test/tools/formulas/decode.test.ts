import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ceilingSpeed,
  decodeSpeed,
  type Machine,
  type Pass,
  passSeconds,
} from "../../../tools/formulas/decode.ts";

const pass: Pass = {
  weightBytes: 4e9,
  sequenceBytes: 1e9,
  sequences: 1,
  acceptedTokens: 1,
};
const machine: Machine = { bandwidth: 200e9, efficiency: 0.5, overhead: 10, concurrencyExponent: 0.5 };

describe("ceilingSpeed()", () => {
  it.each([
    { what: "5 GB at 200 GB/s", change: {}, speed: 40 },
    { what: "3 tokens a pass", change: { acceptedTokens: 3 }, speed: 120 },
    { what: "no cache yet", change: { sequenceBytes: 0 }, speed: 50 },
    { what: "8 sequences: the ceiling is of one", change: { sequences: 8 }, speed: 40 },
  ])("is $speed tok/s for $what", ({ change, speed }) => {
    expect(ceilingSpeed({ ...pass, ...change }, 200e9)).toBe(speed);
  });
});

describe("passSeconds()", () => {
  it("adds up: 5 GB at half of 200 GB/s, and 10 ms", () => {
    expect(passSeconds(pass, machine)).toEqual({ memory: 0.05, overhead: 0.01 });
  });

  it.each([{ sequences: 6 }, { acceptedTokens: 3 }])(
    "is that of one stream, whatever it yields: %o",
    (change) => {
      expect(passSeconds({ ...pass, ...change }, machine)).toEqual(passSeconds(pass, machine));
    },
  );
});

describe("decodeSpeed()", () => {
  it("is the inverse of a pass: 60 ms is 16.7 tok/s", () => {
    const { perStream, aggregate } = decodeSpeed(pass, machine);
    expect(perStream).toBeCloseTo(16.667, 3);
    expect(aggregate).toBe(perStream);
  });

  it("yields three times as much of a pass that accepts three tokens", () => {
    expect(decodeSpeed({ ...pass, acceptedTokens: 3 }, machine).perStream).toBeCloseTo(50, 10);
  });

  it("gives 4 streams half each and twice together, where an engine grows by the square root", () => {
    const { perStream, aggregate } = decodeSpeed({ ...pass, sequences: 4 }, machine);
    expect(perStream).toBeCloseTo(8.3333, 4);
    expect(aggregate).toBeCloseTo(33.3333, 4);
  });

  it.each([
    { concurrencyExponent: 1, times: 8, each: 1 },
    { concurrencyExponent: 0.72, times: 4.469, each: 0.5586 },
    { concurrencyExponent: 0.16, times: 1.395, each: 0.1743 },
    { concurrencyExponent: 0, times: 1, each: 0.125 },
    { concurrencyExponent: -0.05, times: 0.901, each: 0.1127 },
  ])(
    "gives 8 streams $times of one together, each $each, by an exponent of $concurrencyExponent",
    (grown) => {
      const on = { ...machine, concurrencyExponent: grown.concurrencyExponent };
      const alone = decodeSpeed(pass, on).perStream;
      const { perStream, aggregate } = decodeSpeed({ ...pass, sequences: 8 }, on);
      expect(aggregate / alone).toBeCloseTo(grown.times, 3);
      expect(perStream / alone).toBeCloseTo(grown.each, 4);
    },
  );

  it("never passes the ceiling, and no stream gains by company", () => {
    const anyPass = fc.record({
      weightBytes: fc.double({ min: 1e6, max: 1e12, noNaN: true }),
      sequenceBytes: fc.double({ min: 0, max: 1e11, noNaN: true }),
      sequences: fc.integer({ min: 1, max: 256 }),
      acceptedTokens: fc.double({ min: 1, max: 8, noNaN: true }),
    });
    const anyMachine = fc.record({
      bandwidth: fc.double({ min: 1e9, max: 1e12, noNaN: true }),
      efficiency: fc.double({ min: 0.01, max: 1, noNaN: true }),
      overhead: fc.double({ min: 0, max: 100, noNaN: true }),
      concurrencyExponent: fc.double({ min: -0.1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anyPass, anyMachine, (some, on) => {
        const limit = ceilingSpeed(some, on.bandwidth) * (1 + 1e-9);
        const { perStream, aggregate } = decodeSpeed(some, on);
        const { perStream: alone } = decodeSpeed({ ...some, sequences: 1 }, on);
        expect(perStream).toBeLessThanOrEqual(limit);
        expect(aggregate).toBeLessThanOrEqual(limit * some.sequences);
        expect(perStream).toBeLessThanOrEqual(alone * (1 + 1e-9));
      }),
    );
  });
});
