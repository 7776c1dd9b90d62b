import { describe, expect, it } from "vitest";
import {
  type BaseUnit,
  formatBandwidth,
  formatBytes,
  formatCount,
  formatDollars,
  formatDuration,
  formatEnergy,
  formatSpeed,
  GIB,
  MIB,
  parseQuantity,
  unitNames,
} from "../../knowledge/units.ts";

type Reading = { text: string; base: BaseUnit; value: number | undefined };

const readings: Reading[] = [
  { text: "64 GB", base: "B", value: 64_000_000_000 },
  { text: "64 GiB", base: "B", value: 68_719_476_736 },
  { text: "7620 MiB", base: "B", value: 7_990_149_120 },
  { text: "1 TB", base: "B", value: 1e12 },
  { text: "12 KiB", base: "B", value: 12_288 },
  { text: "12 KB", base: "B", value: 12_000 },
  { text: "1.5MB", base: "B", value: 1_500_000 },
  { text: " 17 B ", base: "B", value: 17 },
  { text: "0 B", base: "B", value: 0 },
  { text: "204.8 GB/s", base: "B/s", value: 204.8e9 },
  { text: "1 GiB/s", base: "B/s", value: 2 ** 30 },
  { text: "500 mW", base: "W", value: 0.5 },
  { text: "25 W", base: "W", value: 25 },
  { text: "1300 MHz", base: "Hz", value: 1.3e9 },
  { text: "1.3 GHz", base: "Hz", value: 1.3e9 },
  { text: "1999 USD", base: "USD", value: 1999 },
  { text: "85 ms", base: "ms", value: 85 },
  { text: "2.5 s", base: "ms", value: 2500 },
];

const refusals: Reading[] = [
  "64",
  "GB",
  "",
  "64 gb",
  "64 Gb",
  "-64 GB",
  "64,5 GB",
  "1e3 GB",
  "1.2.3 GB",
  ".5 GB",
  "64  GB",
  "64 GB of memory",
  "NaN GB",
  "Infinity GB",
  "5 constructor",
  "5 hasOwnProperty",
  "64 GB/s",
  "64 W",
].map((text) => ({ text, base: "B", value: undefined }));

describe("parseQuantity()", () => {
  it.each(readings)("reads $text as $value $base", ({ text, base, value }) => {
    expect(parseQuantity(text, base)).toBe(value);
  });

  it.each(refusals)("takes $text for no size", ({ text, base }) => {
    expect(parseQuantity(text, base)).toBeUndefined();
  });

  it("does not mix GB and GiB: 32 GB and 32 GiB are 2.36 GB apart", () => {
    expect((parseQuantity("32 GiB", "B") ?? 0) - (parseQuantity("32 GB", "B") ?? 0)).toBe(2_359_738_368);
  });
});

describe("unitNames()", () => {
  it("names every unit that parseQuantity() then reads", () => {
    const bases: BaseUnit[] = ["B", "B/s", "W", "Hz", "USD", "ms"];
    for (const base of bases) {
      expect(unitNames(base).length).toBeGreaterThan(0);
      for (const unit of unitNames(base)) expect(parseQuantity(`2 ${unit}`, base)).toBeGreaterThan(0);
    }
  });
});

describe("MIB and GIB", () => {
  it("are powers of two", () => {
    expect([MIB, GIB]).toEqual([1_048_576, 1_073_741_824]);
  });
});

describe("formatBytes()", () => {
  it.each([
    { bytes: 0, text: "0 MB" },
    { bytes: 235_400_000, text: "235 MB" },
    { bytes: 999_400_000, text: "999 MB" },
    { bytes: 999_500_000, text: "1.00 GB" },
    { bytes: 4_655_000_000, text: "4.66 GB" },
    { bytes: 9_940_000_000, text: "9.94 GB" },
    { bytes: 9_960_000_000, text: "10.0 GB" },
    { bytes: 99_400_000_000, text: "99.4 GB" },
    { bytes: 99_500_000_000, text: "100 GB" },
    { bytes: 131_881_500_672, text: "132 GB" },
    { bytes: -990_889_523, text: "-991 MB" },
    { bytes: -2_361_000_000, text: "-2.36 GB" },
  ])("writes $bytes bytes as $text", ({ bytes, text }) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe("formatSpeed()", () => {
  it.each([
    { speed: 0, text: "0 tok/s" },
    { speed: 0.00000012, text: "0.00000012 tok/s" },
    { speed: 0.0472, text: "0.047 tok/s" },
    { speed: 0.3, text: "0.3 tok/s" },
    { speed: 0.0996, text: "0.1 tok/s" },
    { speed: 0.994, text: "0.99 tok/s" },
    { speed: 0.995, text: "1.0 tok/s" },
    { speed: 3.14, text: "3.1 tok/s" },
    { speed: 9.94, text: "9.9 tok/s" },
    { speed: 9.95, text: "10 tok/s" },
    { speed: 41.4, text: "41 tok/s" },
  ])("writes $speed as $text", ({ speed, text }) => {
    expect(formatSpeed(speed)).toBe(text);
  });
});

describe("formatDuration()", () => {
  it.each([
    { duration: 85.4, text: "85 ms" },
    { duration: 999.4, text: "999 ms" },
    { duration: 999.5, text: "1.0 s" },
    { duration: 2400, text: "2.4 s" },
  ])("writes $duration ms as $text", ({ duration, text }) => {
    expect(formatDuration(duration)).toBe(text);
  });
});

describe("formatBandwidth()", () => {
  it.each([
    { bandwidth: 204.8e9, text: "204.8 GB/s" },
    { bandwidth: 273e9, text: "273 GB/s" },
    { bandwidth: 59.71e9, text: "59.7 GB/s" },
  ])("writes $bandwidth as $text", ({ bandwidth, text }) => {
    expect(formatBandwidth(bandwidth)).toBe(text);
  });
});

describe("formatCount()", () => {
  it.each([
    { count: 0, text: "0" },
    { count: 999, text: "999" },
    { count: 1000, text: "1,000" },
    { count: 1_048_576, text: "1,048,576" },
  ])("writes $count as $text", ({ count, text }) => {
    expect(formatCount(count)).toBe(text);
  });
});

describe("formatDollars()", () => {
  it.each([
    { amount: 249, text: "249 USD" },
    { amount: 10, text: "10 USD" },
    { amount: 9.99, text: "9.99 USD" },
    { amount: 9.996, text: "10 USD" },
    { amount: 1, text: "1 USD" },
    { amount: 0.996, text: "1.00 USD" },
    { amount: 0.5, text: "0.5 USD" },
    { amount: 0.012345, text: "0.012 USD" },
    { amount: 0.000001, text: "0.000001 USD" },
    { amount: 1e-9, text: "0 USD" },
    { amount: 0, text: "0 USD" },
    { amount: 999.6, text: "1,000 USD" },
    { amount: 3499, text: "3,499 USD" },
    { amount: 1_234_567, text: "1,234,567 USD" },
  ])("writes $amount as $text", ({ amount, text }) => {
    expect(formatDollars(amount)).toBe(text);
  });
});

describe("formatEnergy()", () => {
  it.each([
    { energy: 0.05, text: "0.05 Wh" },
    { energy: 9.94, text: "9.9 Wh" },
    { energy: 84.2, text: "84 Wh" },
    { energy: 999, text: "999 Wh" },
    { energy: 999.6, text: "1 kWh" },
    { energy: 2_340, text: "2.3 kWh" },
    { energy: 1_577_000, text: "1,577 kWh" },
  ])("writes $energy as $text", ({ energy, text }) => {
    expect(formatEnergy(energy)).toBe(text);
  });
});
