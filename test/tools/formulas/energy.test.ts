import { describe, expect, it } from "vitest";
import {
  answersEnergy,
  energyCost,
  interpolated,
  joulesPerToken,
  meanWatts,
  promptsEnergy,
  serviceEnergy,
} from "../../../tools/formulas/energy.ts";

describe("joulesPerToken()", () => {
  it.each([
    { watts: 40, speed: 20, joules: 2 },
    { watts: 18, speed: 6, joules: 3 },
  ])("is $joules J at $watts W and $speed tok/s", ({ watts, speed, joules }) => {
    expect(joulesPerToken(watts, speed)).toBe(joules);
  });
});

describe("answersEnergy()", () => {
  it("is 100 Wh for 1,000 answers of 180 tokens at 2 J, since a watt-hour is 3,600 J", () => {
    expect(answersEnergy(1000, 180, 2)).toBe(100);
  });
});

describe("promptsEnergy()", () => {
  it("is 10 Wh for 1,000 prompts of 0.9 s at 40 W", () => {
    expect(promptsEnergy(1000, 40, 900)).toBe(10);
  });
});

describe("energyCost()", () => {
  it.each([
    { energy: 1000, price: 0.2, usd: 0.2 },
    { energy: 50_000, price: 0.1, usd: 5 },
    { energy: 1000, price: 0, usd: 0 },
  ])("is $usd USD for $energy Wh at $price USD a kilowatt-hour", ({ energy, price, usd }) => {
    expect(energyCost(energy, price)).toBe(usd);
  });
});

describe("meanWatts()", () => {
  it.each([
    { duty: 0, watts: 4 },
    { duty: 0.5, watts: 12 },
    { duty: 1, watts: 20 },
  ])("is $watts W when busy $duty of the time at 20 W and waiting at 4 W", ({ duty, watts }) => {
    expect(meanWatts(20, 4, duty)).toBe(watts);
  });
});

describe("serviceEnergy()", () => {
  it("is 24 kWh for 10 boards of 10 W over 10 days", () => {
    expect(serviceEnergy(10, 10, 10, 24)).toBe(24_000);
    expect(serviceEnergy(10, 10, 10, 12)).toBe(12_000);
  });
});

describe("interpolated()", () => {
  it.each([
    { at: 0, value: 10 },
    { at: 5, value: 15 },
    { at: 10, value: 20 },
  ])("is $value at $at on the line from 0, 10 to 10, 20", ({ at, value }) => {
    expect(interpolated(at, [0, 10], [10, 20])).toBe(value);
  });

  it("is the first of two points at one place", () => {
    expect(interpolated(7, [3, 10], [3, 20])).toBe(10);
  });
});
