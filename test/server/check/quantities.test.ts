import { describe, expect, it } from "vitest";
import { isPart, quantityOf } from "../../../server/check/quantities.ts";
import { makeFact } from "../../fixtures/check-evidence.ts";

describe("quantityOf()", () => {
  it.each([
    ["2.needed", "B", "needed", undefined],
    ["1.headroom-12", "B", "headroom", undefined],
    ["1.decode-low-3", "tok/s", "decode", "low"],
    ["1.first-token-high", "ms", "first-token", "high"],
    ["1.weights-0", "B", "weights", undefined],
    ["1.vision-0", "B", "vision-tower", undefined],
    ["1.vision", "ms", "vision-time", undefined],
    ["1.rule-low", "B", "rule-low", undefined],
    ["1.measured-m0990", "tok/s", "measured", undefined],
    ["1.price.orin-nx-16gb.module.2026-07-21.x", "USD", "price", undefined],
    ["1.power.MAXN.orin", "W", "power-budget", undefined],
    ["1.memTotal", "B", "available", undefined],
  ] as const)("of %s in %s is %s", (id, unit, quantity, end) => {
    expect(quantityOf(makeFact(id, 1, unit, ""))).toEqual({ quantity, end });
  });
});

describe("isPart()", () => {
  it("is true of lines of the ledger", () => {
    expect(["weights", "vision-tower", "os"].every(isPart)).toBe(true);
    expect(["needed", "headroom"].some(isPart)).toBe(false);
  });
});
