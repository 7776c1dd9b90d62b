import { describe, expect, it } from "vitest";
import { findAmounts, shows } from "../../../evals/scorers/amounts.ts";

const read = (text: string) =>
  findAmounts(text).map(
    ({ unit, readings: [first] }) => `${first?.value} ± ${(first?.step ?? 0) / 2} ${unit}`,
  );

describe("findAmounts()", () => {
  it.each([
    ["needs 11.5 GB", ["11500000000 ± 50000000 B"]],
    ["4 GiB and 4 GB", ["4294967296 ± 536870912 B", "4000000000 ± 500000000 B"]],
    ["204.8 GB/s", ["204800000000 ± 50000000 B/s"]],
    ["$1,999 or 3,499 USD", ["1999 ± 0.5 USD", "3499 ± 0.5 USD"]],
    ["about 50 tok/s", ["50 ± 5 tok/s"]],
    ["50 tok/s", ["50 ± 0.5 tok/s"]],
    ["11,5 GB", ["11500000000 ± 50000000 B"]],
    ["a 7B model, NVFP4, R36.4.7, [1], v0.9", []],
  ])("reads %s", (text, amounts) => {
    expect(read(text)).toEqual(amounts);
  });
});

describe("shows()", () => {
  const [amount = { readings: [] }] = findAmounts("4.9 GB");

  it.each([
    [4.949e9, true],
    [-4.851e9, true],
    [4.96e9, false],
    [4.84e9, false],
  ])("takes 4.9 GB for %d bytes: %s", (value, isShown) => {
    expect(shows(amount, value)).toBe(isShown);
  });
});
