import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatDuration,
  formatInterval,
  formatPoints,
  formatRate,
  formatShare,
  formatSpeed,
} from "../../../evals/report/figures.ts";

describe("formatShare()", () => {
  it.each([
    { share: 1, text: "100 %" },
    { share: 0.9999, text: "99.9 %" },
    { share: 0.5, text: "50.0 %" },
    { share: 0.0001, text: "0.1 %" },
    { share: 0, text: "0 %" },
  ])("writes $share as $text: 100 and 0 mean all and none", ({ share, text }) => {
    expect(formatShare(share)).toBe(text);
  });
});

describe("the other figures", () => {
  it("are written with their units", () => {
    expect(formatInterval({ low: 0.5, high: 1 })).toBe("(50.0–100.0)");
    expect(formatRate({ passed: 3, scored: 4, cases: 4, share: 0.75, low: 0.25, high: 1 })).toBe(
      "75.0 % (25.0–100.0)",
    );
    expect([formatDuration(999), formatDuration(1500)]).toEqual(["999 ms", "1.5 s"]);
    expect([formatCount(1, "case"), formatCount(0, "case")]).toEqual(["1 case", "0 cases"]);
    expect([formatSpeed(9.94), formatSpeed(41.2)]).toEqual(["9.9 tok/s", "41 tok/s"]);
    expect([formatPoints(0.07), formatPoints(0.015)]).toEqual(["7", "1.5"]);
  });
});
