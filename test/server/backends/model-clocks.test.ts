import { describe, expect, it } from "vitest";
import { clocksFrom, usualClocks } from "../../../server/backends/model-clocks.ts";

describe("clocksFrom()", () => {
  it.each([
    ["310000", 310_000],
    ["1500", 1_500],
    ["99999999999", 2 ** 31 - 1],
    [undefined, 180_000],
    ["", 180_000],
    ["soon", 180_000],
    ["-5", 180_000],
    ["Infinity", 180_000],
  ])("waits for the first token as JETSON_ADVISOR_FIRST_BYTE_MS=%s says: %i ms", (value, firstByteMs) => {
    expect(clocksFrom({ JETSON_ADVISOR_FIRST_BYTE_MS: value })).toEqual({ ...usualClocks, firstByteMs });
  });
});
