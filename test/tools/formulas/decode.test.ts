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
  operationsPerToken: 16e9,
};
const machine: Machine = { bandwidth: 200e9, efficiency: 0.5, overhead: 10, operationsPerSecond: 1.6e12 };

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
  it("adds up for one token: 5 GB at half of 200 GB/s, no arithmetic beyond, 10 ms", () => {
    expect(passSeconds(pass, machine)).toEqual({ memory: 0.05, compute: 0, overhead: 0.01 });
  });

  it("reads the weights once and the cache of each of 6 sequences, and computes 5 tokens more", () => {
    expect(passSeconds({ ...pass, sequences: 6 }, machine)).toEqual({
      memory: 0.1,
      compute: 0.05,
      overhead: 0.01,
    });
  });

  it("computes the tokens that speculation adds", () => {
    expect(passSeconds({ ...pass, acceptedTokens: 3 }, machine).compute).toBe(0.02);
  });

  it("counts no arithmetic, when nobody states the compute", () => {
    const unknown = { ...machine, operationsPerSecond: undefined };
    expect(passSeconds({ ...pass, sequences: 6 }, unknown).compute).toBe(0);
  });
});

describe("decodeSpeed()", () => {
  it("is the inverse of a pass: 60 ms is 16.7 tok/s", () => {
    const { perStream, aggregate } = decodeSpeed(pass, machine);
    expect(perStream).toBeCloseTo(16.667, 3);
    expect(aggregate).toBe(perStream);
  });

  it("gives 6 streams less each and more together: 160 ms is 6.25 and 37.5 tok/s", () => {
    const { perStream, aggregate } = decodeSpeed({ ...pass, sequences: 6 }, machine);
    expect(perStream).toBeCloseTo(6.25, 10);
    expect(aggregate).toBeCloseTo(37.5, 10);
  });

  it("never passes the ceiling, and no stream gains by company", () => {
    const anyPass = fc.record({
      weightBytes: fc.double({ min: 1e6, max: 1e12, noNaN: true }),
      sequenceBytes: fc.double({ min: 0, max: 1e11, noNaN: true }),
      sequences: fc.integer({ min: 1, max: 256 }),
      acceptedTokens: fc.double({ min: 1, max: 8, noNaN: true }),
      operationsPerToken: fc.double({ min: 0, max: 1e12, noNaN: true }),
    });
    const anyMachine = fc.record({
      bandwidth: fc.double({ min: 1e9, max: 1e12, noNaN: true }),
      efficiency: fc.double({ min: 0.01, max: 1, noNaN: true }),
      overhead: fc.double({ min: 0, max: 100, noNaN: true }),
      operationsPerSecond: fc.option(fc.double({ min: 1e9, max: 1e15, noNaN: true }), { nil: undefined }),
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
