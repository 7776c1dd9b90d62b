import { describe, expect, it } from "vitest";
import { unitAt } from "../../../server/check/units.ts";

describe("unitAt()", () => {
  it.each([
    [" GB", "B", 1e9],
    ["GiB", "B", 2 ** 30],
    [" MiB", "B", 2 ** 20],
    [" TB", "B", 1e12],
    [" Go", "B", 1e9],
    [" gigabytes", "B", 1e9],
    [" GB/s", "B/s", 1e9],
    [" tok/s", "tok/s", 1],
    [" tokens per second", "tok/s", 1],
    [" t/s", "tok/s", 1],
    [" tps", "tok/s", 1],
    [" Token/s", "tok/s", 1],
    [" jetons/s", "tok/s", 1],
    [" tokens por segundo", "tok/s", 1],
    [" 词元/秒", "tok/s", 1],
    [" トークン/秒", "tok/s", 1],
    [" ms", "ms", 1],
    [" s", "ms", 1000],
    [" minutes", "ms", 60_000],
    [" W", "W", 1],
    [" kWh", "Wh", 1000],
    [" J", "J", 1],
    [" dollars", "USD", 1],
    [" €", "EUR", 1],
    [" %", "%", 1],
    [" times", "×", 1],
    [" tok/s/W", "tok/s/W", 1],
  ] as const)("reads %j as %s × %d", (text, unit, factor) => {
    expect(unitAt(`4${text}`, 1)).toEqual({ unit, factor, end: text.length + 1 });
  });

  it.each([" sheep", " Wonders", " GBit", "B model", " x86", " Golf", ""])("reads no unit in %j", (text) => {
    expect(unitAt(`4${text}`, 1)).toBeUndefined();
  });
});
