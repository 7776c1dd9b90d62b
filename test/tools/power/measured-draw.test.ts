import { describe, expect, it } from "vitest";
import { measuredDraw } from "../../../tools/power/measured-draw.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const measured = (workload: object, device = "agx-orin-64gb", mode = "MAXN") =>
  measuredDraw(board(device, mode), place({ model: "llama-3.1-8b", ...workload }), knowledge);

describe("measuredDraw()", () => {
  it.each([
    { contextTokens: 64, watts: 47.6 },
    { contextTokens: 187, watts: 47.6 },
    { contextTokens: 15_718, watts: 37.8 },
    { contextTokens: 32_768, watts: 37.8 },
  ])("is $watts W at $contextTokens tokens, as the nearest run", ({ contextTokens, watts }) => {
    expect(measured({ contextTokens })?.watts.expected).toBe(watts);
  });

  it("lies between two runs that enclose the context, with both inside the interval", () => {
    const draw = measured({ contextTokens: 4096 });
    expect(draw?.watts.expected).toBeCloseTo(47.6 - (9.8 * (4096 - 187)) / (15_718 - 187), 6);
    expect(draw?.watts.low).toBeLessThanOrEqual(37.8);
    expect(draw?.watts.high).toBeGreaterThanOrEqual(47.6);
    expect(draw?.text).toContain("measured at 187 and 15718 tokens of context");
  });

  it("tells a run with a draft from one without", () => {
    const draft = { contextTokens: 187, speculativeDecoding: { method: "draft" } };
    expect(measured(draft)?.watts.expected).toBe(42);
  });

  it.each([
    { why: "in a mode nobody measured", found: () => measured({}, "agx-orin-64gb", "50W") },
    { why: "in another format", found: () => measured({ quantization: "q8-0" }) },
    { why: "with another engine", found: () => measured({ runtime: "mlc" }) },
    { why: "on another board", found: () => measured({}, "orin-nx-16gb", "MAXN") },
    {
      why: "of a model described on the spot",
      found: () => measured({ model: { name: "mine", parametersBillions: 8 } }),
    },
  ])("is unknown $why", ({ found }) => {
    expect(found()).toBeUndefined();
  });

  it("never takes the draw of one rail for a board's", () => {
    const small = { model: "smollm2-135m" };
    expect(measured(small, "orin-nano-8gb-super", "25W")).toBeUndefined();
  });

  it("takes a run with the mode not stated for the highest mode only, and says it is not this one", () => {
    const vision = { model: "moondream2", runtime: "transformers", quantization: "fp16" };
    expect(measured(vision)).toMatchObject({ isHere: false, watts: { expected: 13.87 } });
    expect(measured(vision, "agx-orin-64gb", "30W")).toBeUndefined();
  });
});
