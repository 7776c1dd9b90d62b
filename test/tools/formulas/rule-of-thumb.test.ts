import { describe, expect, it } from "vitest";
import { ruleOfThumb } from "../../../tools/formulas/rule-of-thumb.ts";

const shares = { low: 0.25, high: 0.5 };

describe("ruleOfThumb()", () => {
  it.each([
    { bits: 4, weightsBytes: 4e9, lowBytes: 5e9, highBytes: 6e9 },
    { bits: 16, weightsBytes: 16e9, lowBytes: 20e9, highBytes: 24e9 },
  ])(
    "takes 8 billion parameters at $bits bits for $weightsBytes bytes, and a quarter to a half more",
    ({ bits, ...expected }) => {
      expect(ruleOfThumb(8, bits, shares, { low: 0, high: 0 })).toEqual(expected);
    },
  );

  it("adds the vision encoder once, not as a share", () => {
    expect(ruleOfThumb(8, 4, shares, { low: 0.3e9, high: 1e9 })).toEqual({
      weightsBytes: 4e9,
      lowBytes: 5.3e9,
      highBytes: 7e9,
    });
  });
});
