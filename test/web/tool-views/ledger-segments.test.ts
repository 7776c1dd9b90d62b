import { describe, expect, it } from "vitest";
import {
  groupSegments,
  scaleOf,
  toSegments,
  visibleLengths,
} from "../../../web/tool-views/ledger-segments.ts";
import type { Ledger } from "../../../web/tool-views/memory-fit.ts";

const ledger: Ledger = {
  lines: [
    { workload: 0, part: "weights", bytes: 4e9 },
    { workload: 0, part: "draft", bytes: 0 },
    { workload: 1, part: "weights", bytes: 1e9 },
    { workload: null, part: "os", bytes: 2e9 },
    { workload: null, part: "reserve", bytes: 1e9 },
  ],
  bytesNeeded: 8e9,
  bytesAvailable: 10e9,
  names: { device: "A board", workloads: ["A model", "A detector"] },
};

describe("toSegments()", () => {
  it("lays the lines end to end, leaves out those of nothing, and ends with what is free", () => {
    const segments = toSegments(ledger, 10e9);
    expect(segments.map(({ name, bytes }) => [name, bytes])).toEqual([
      ["Weights, A model", 4e9],
      ["Weights, A detector", 1e9],
      ["Operating system", 2e9],
      ["Reserve", 1e9],
      ["Free", 2e9],
    ]);
    expect(segments.map(({ start }) => Math.round(start * 100))).toEqual([0, 40, 50, 70, 80]);
    expect(segments.map(({ length }) => Math.round(length * 100))).toEqual([40, 10, 20, 10, 20]);
  });

  it("has nothing free where the plan needs more than there is, and goes beyond the board", () => {
    const segments = toSegments({ ...ledger, bytesAvailable: 5e9 }, 8e9);
    const last = segments.at(-1);
    expect(last?.part).toBe("reserve");
    expect((last?.start ?? 0) + (last?.length ?? 0)).toBeCloseTo(1);
  });

  it("gives every segment a key of its own, though two workloads have the same part", () => {
    const keys = toSegments(ledger, 10e9).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("visibleLengths()", () => {
  it("keeps the sum, and gives what is too small room at the cost of what is large", () => {
    const lengths = visibleLengths([0.5, 0.0001, 0.3]);
    expect(lengths.reduce((sum, length) => sum + length)).toBeCloseTo(0.8001);
    expect(lengths[1]).toBeCloseTo(0.012);
    expect(lengths[0]).toBeLessThan(0.5);
    expect(lengths[0]).toBeGreaterThan(0.48);
  });

  it("leaves lengths alone that can all be seen", () => {
    for (const [index, length] of visibleLengths([0.5, 0.2, 0.3]).entries())
      expect(length).toBeCloseTo([0.5, 0.2, 0.3][index] ?? 0);
  });

  it("never takes more than there is, however many are small", () => {
    const lengths = visibleLengths(Array.from({ length: 20 }, () => 0.001));
    expect(lengths.reduce((sum, length) => sum + length)).toBeCloseTo(0.02);
    expect(Math.min(...lengths)).toBeGreaterThan(0);
  });

  it("has nothing to show of nothing", () => {
    expect(visibleLengths([])).toEqual([]);
    expect(visibleLengths([0])).toEqual([0]);
  });
});

describe("groupSegments()", () => {
  it("sums what belongs to each workload and to the board, without what is free", () => {
    const groups = groupSegments(toSegments(ledger, 10e9), ledger);
    expect(groups.map(({ owner, bytes, segments }) => [owner, bytes, segments.length])).toEqual([
      ["A model", 4e9, 1],
      ["A detector", 1e9, 1],
      ["the board itself", 3e9, 3],
    ]);
  });
});

describe("scaleOf()", () => {
  it("holds the largest of what is needed and what is there", () => {
    expect(scaleOf([ledger, { bytesNeeded: 12e9, bytesAvailable: 8e9 }])).toBe(12e9);
    expect(scaleOf([])).toBe(1);
  });
});
