import { describe, expect, it } from "vitest";
import { readCorrection } from "../../../server/built-in/correction.ts";

describe("readCorrection()", () => {
  it.each([
    ["not the NX, the Nano", "NX", /the Nano/],
    ["sorry, 8B not 7B", "7B", /8B/],
    ["instead of Q4 use Q8", "Q4", /use Q8/],
    ["Q8_0 rather than Q4_K_M", "Q4_K_M", /Q8_0/],
    ["without the detector?", "detector", /^\s*\?$/],
    ["drop YOLO", "YOLO", /^\s*$/],
  ])("takes %s apart", (text, rejected, wanted) => {
    const correction = readCorrection(text);
    expect(correction.rejected).toBe(rejected);
    expect(correction.wanted).toMatch(wanted);
  });

  it.each(["why does it not fit?", "without a desktop", "no, I meant the AGX Orin", "is that not enough?"])(
    "takes nothing back in: %s",
    (text) => expect(readCorrection(text)).toEqual({ wanted: text, rejected: "" }),
  );
});
