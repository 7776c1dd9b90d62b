import { describe, expect, it } from "vitest";
import {
  answersGiven,
  billTotal,
  daysOf,
  expectedFailures,
  spareBoards,
} from "../../../tools/formulas/fleet-cost.ts";

describe("daysOf()", () => {
  it("counts the leap day of four years", () => {
    expect(daysOf(4)).toBe(1461);
  });
});

describe("spareBoards()", () => {
  it.each([
    { devices: 100, share: 0, spares: 0 },
    { devices: 100, share: 0.02, spares: 2 },
    { devices: 100, share: 0.07, spares: 7 },
    { devices: 101, share: 0.02, spares: 3 },
    { devices: 1, share: 0.02, spares: 1 },
  ])("keeps $spares whole boards for $share of $devices", ({ devices, share, spares }) => {
    expect(spareBoards(devices, share)).toBe(spares);
  });
});

describe("expectedFailures()", () => {
  it.each([
    { years: 1, failures: 20 },
    { years: 3, failures: 60 },
    { years: 5, failures: 100 },
  ])("is the document's $failures modules of 1,000 at 2 % over $years years", ({ years, failures }) => {
    expect(expectedFailures(1000, 0.02, years)).toBe(failures);
  });
});

describe("answersGiven()", () => {
  it("is 7,200 answers for a board that decodes 20 tok/s for an hour of ten days, 100 tokens each", () => {
    expect(answersGiven(20, 100, 1, 10, 1, 1)).toBe(7200);
    expect(answersGiven(20, 100, 2, 10, 1, 0.5)).toBe(7200);
  });
});

describe("billTotal()", () => {
  it("adds the lines up", () => {
    expect(billTotal([{ usd: 100 }, { usd: 20.5 }])).toBe(120.5);
    expect(billTotal([])).toBe(0);
  });
});
