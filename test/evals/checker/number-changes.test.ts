import { describe, expect, it } from "vitest";
import {
  anotherDigit,
  misrounded,
  shifted,
  withGibibytes,
  withStaleUnit,
} from "../../../evals/checker/number-changes.ts";
import { createChance } from "../../../evals/checker/random.ts";

const written = { text: "4.94 GB", value: 4.94e9, step: 1e7, unit: "B", isNegative: false };
const chance = createChance(1);

describe("anotherDigit()", () => {
  it("changes one digit and the value with it", () => {
    const changed = anotherDigit(written, chance);
    expect(changed?.text).not.toBe(written.text);
    expect(changed?.value).toBeCloseTo(Number.parseFloat(changed?.text ?? "") * 1e9, 0);
  });
});

describe("shifted()", () => {
  it.each([
    [1, "49.4 GB", 4.94e10],
    [3, "4940 GB", 4.94e12],
  ])("by %d places writes %s", (zeros, text, value) => {
    expect(shifted(written, zeros)).toMatchObject({ text, value });
  });
});

describe("misrounded()", () => {
  it("is one step off", () => {
    const changed = misrounded(written, chance);
    expect(Math.abs((changed?.value ?? 0) - written.value)).toBeCloseTo(written.step, 0);
  });
});

describe("withGibibytes()", () => {
  it("keeps the digits", () => {
    expect(withGibibytes(written)).toMatchObject({ text: "4.94 GiB" });
    expect(withGibibytes({ ...written, text: "7 tok/s", unit: "tok/s" })).toBeNull();
  });
});

describe("withStaleUnit()", () => {
  it.each([
    ["4.94 GB", "B", "4.94 W"],
    ["7 tok/s", "tok/s", "7 ms"],
    ["90 ms", "ms", "90 s"],
  ])("of %s in %s is %s", (text, unit, changed) => {
    expect(withStaleUnit({ ...written, text, unit })?.text).toBe(changed);
  });
});
