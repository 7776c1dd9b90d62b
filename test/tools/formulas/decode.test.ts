import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ceilingSpeed,
  decodeSpeed,
  grownSpeed,
  type Machine,
  type Pass,
  type PassCosts,
  passSeconds,
  passTime,
} from "../../../tools/formulas/decode.ts";

const pass: Pass = {
  weightBytes: 4e9,
  sequenceBytes: 1e9,
  weights: 8e9,
  layers: 32,
  mixtureLayers: 0,
  sequences: 1,
  acceptedTokens: 1,
};
const machine: Machine = { bandwidth: 200e9, clock: 1e9, coreClock: 2e12 };
const costs: PassCosts = {
  streamFactor: 1.2,
  layerCycles: 100_000,
  mixtureCycles: 50_000,
  weightCycles: 5,
  cacheCycles: 2,
  batchCycles: 1,
};
const free: PassCosts = {
  streamFactor: 1,
  layerCycles: 0,
  mixtureCycles: 0,
  weightCycles: 0,
  cacheCycles: 0,
  batchCycles: 0,
};

describe("ceilingSpeed()", () => {
  it.each([
    { what: "5 GB at 200 GB/s", change: {}, speed: 40 },
    { what: "3 tokens a pass", change: { acceptedTokens: 3 }, speed: 120 },
    { what: "no cache yet", change: { sequenceBytes: 0 }, speed: 50 },
  ])("is $speed tok/s for $what", ({ change, speed }) => {
    expect(ceilingSpeed({ ...pass, ...change }, 200e9)).toBe(speed);
  });
});

describe("passTime()", () => {
  it.each([
    { what: "5 GB at 200 GB/s and 20 % more", change: {}, part: "streaming", seconds: 0.03 },
    { what: "the cache of 4 sequences", change: { sequences: 4 }, part: "streaming", seconds: 0.048 },
    { what: "32 layers of 100,000 cycles at 1 GHz", change: {}, part: "layers", seconds: 0.0032 },
    { what: "routing in 32 layers beside", change: { mixtureLayers: 32 }, part: "layers", seconds: 0.0048 },
    {
      what: "5 cycles for 8 billion weights and 2 for 1 GB of cache",
      change: {},
      part: "compute",
      seconds: 0.021,
    },
    {
      what: "3 sequences more: a cycle for each weight, and their cache",
      change: { sequences: 4 },
      part: "compute",
      seconds: 0.036,
    },
  ] as const)("takes $seconds s in $part for $what", ({ change, part, seconds }) => {
    expect(passTime({ ...pass, ...change }, machine, costs)[part]).toBeCloseTo(seconds, 12);
  });
});

describe("passSeconds()", () => {
  it("adds up: 30 ms, 3.2 ms and 21 ms", () => {
    expect(passSeconds(pass, machine, costs)).toBeCloseTo(0.0542, 12);
  });

  it("is linear in the costs, so that they can be fitted one by one", () => {
    const parts = (["streamFactor", "layerCycles", "weightCycles", "cacheCycles"] as const).map((name) =>
      passSeconds(pass, machine, { ...free, streamFactor: 0, [name]: costs[name] }),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(passSeconds(pass, machine, costs), 12);
  });
});

describe("decodeSpeed()", () => {
  it("is the inverse of a pass: 54.2 ms is 18.5 tok/s", () => {
    expect(decodeSpeed(pass, machine, costs)).toBeCloseTo(18.4502, 4);
  });

  it("yields three times as much of a pass that accepts three tokens", () => {
    const one = decodeSpeed(pass, machine, costs);
    expect(decodeSpeed({ ...pass, acceptedTokens: 3 }, machine, costs)).toBeCloseTo(3 * one, 10);
  });

  it("gives four streams together four times the inverse of their pass of 87.2 ms", () => {
    expect(decodeSpeed({ ...pass, sequences: 4 }, machine, costs)).toBeCloseTo(4 / 0.0872, 6);
  });

  it("never passes the ceiling, and no stream gains by company", () => {
    const anyPass = fc.record({
      weightBytes: fc.double({ min: 1e6, max: 1e12, noNaN: true }),
      sequenceBytes: fc.double({ min: 0, max: 1e11, noNaN: true }),
      weights: fc.double({ min: 1e6, max: 1e12, noNaN: true }),
      layers: fc.integer({ min: 1, max: 200 }),
      mixtureLayers: fc.integer({ min: 0, max: 200 }),
      sequences: fc.integer({ min: 1, max: 256 }),
      acceptedTokens: fc.double({ min: 1, max: 8, noNaN: true }),
    });
    const anyCosts = fc.record({
      streamFactor: fc.double({ min: 1, max: 10, noNaN: true }),
      layerCycles: fc.double({ min: 0, max: 1e6, noNaN: true }),
      mixtureCycles: fc.double({ min: 0, max: 1e6, noNaN: true }),
      weightCycles: fc.double({ min: 0, max: 100, noNaN: true }),
      cacheCycles: fc.double({ min: 0, max: 100, noNaN: true }),
      batchCycles: fc.double({ min: 0, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(anyPass, anyCosts, (some, cost) => {
        const limit = ceilingSpeed(some, machine.bandwidth) * (1 + 1e-9);
        const together = decodeSpeed(some, machine, cost);
        const alone = decodeSpeed({ ...some, sequences: 1 }, machine, cost);
        expect(together).toBeLessThanOrEqual(limit * some.sequences);
        expect(together / some.sequences).toBeLessThanOrEqual(alone * (1 + 1e-9));
      }),
    );
  });
});

describe("grownSpeed()", () => {
  it.each([
    { exponent: 1, together: 160 },
    { exponent: 0.16, together: 27.89 },
    { exponent: 0, together: 20 },
    { exponent: -0.05, together: 18.03 },
  ])("lets 8 streams of 20 tok/s reach $together by an exponent of $exponent", ({ exponent, together }) => {
    expect(grownSpeed(20, 8, exponent)).toBeCloseTo(together, 2);
  });
});
