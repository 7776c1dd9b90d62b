import { describe, expect, it } from "vitest";
import { paceOf } from "../../../tools/throughput/pace.ts";
import { assume, knowledge, place } from "../../fixtures/knowledge.ts";

const pace = (expected: number, model = "qwen3-8b") =>
  paceOf({ decodeTokensPerSecond: { low: 0, expected, high: 0 } }, place({ model }), knowledge);

describe("paceOf()", () => {
  it.each([
    { speed: assume("interactive-speed"), pace: "interactive" },
    { speed: assume("interactive-speed") - 0.01, pace: "slow" },
    { speed: assume("too-slow-speed"), pace: "slow" },
    { speed: assume("too-slow-speed") - 0.01, pace: "too-slow" },
  ])("is $pace at $speed tok/s", ({ speed, pace: expected }) => {
    expect(pace(speed)).toBe(expected);
  });

  it("is nothing without a speed, and of an action model, which no reader waits for", () => {
    expect(paceOf({ decodeTokensPerSecond: null }, place({ model: "qwen3-8b" }), knowledge)).toBeNull();
    expect(pace(100, "openvla-7b")).toBeNull();
  });
});
