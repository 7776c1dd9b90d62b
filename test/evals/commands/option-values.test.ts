import { describe, expect, it } from "vitest";
import { parseLimits, parseList, parseShare } from "../../../evals/commands/option-values.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";

describe("parseList()", () => {
  it("reads what stands between commas", () => {
    expect(parseList("fit, !slow,")).toEqual(["fit", "!slow"]);
  });
});

describe("parseShare()", () => {
  it.each([
    ["0", 0],
    ["1", 1],
    [".05", 0.05],
  ])("reads %s", (text, share) => {
    expect(parseShare(text)).toBe(share);
  });

  it.each(["1.1", "-0.1", "5%", ""])("refuses “%s”", (text) => {
    expect(() => parseShare(text)).toThrow(/from 0 to 1/);
  });
});

describe("parseLimits()", () => {
  it("changes what is named and leaves the rest as usual", () => {
    expect(parseLimits("toolCalls=6,durationMs=60000")).toEqual({
      ...usualLimits,
      toolCalls: 6,
      durationMs: 60_000,
    });
  });

  it.each(["calls=6", "toolCalls", "toolCalls=1.5", "toString=1"])("refuses %s", (text) => {
    expect(() => parseLimits(text)).toThrow(/toolCalls, requests/);
  });
});
