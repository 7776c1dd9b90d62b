import { describe, expect, it } from "vitest";
import { visionTimes } from "../../../../evals/backtest/quantities/vision.ts";
import { visionTime } from "../../../../tools/throughput/vision.ts";
import { knowledge } from "../../../fixtures/knowledge.ts";

describe("visionTimes", () => {
  const cases = visionTimes.cases(knowledge);

  it("asks for images of as many tokens as were measured", async () => {
    expect(cases.length).toBeGreaterThan(50);
    const own = cases.find(({ id }) => id === "m0219");
    if (!own) throw new Error("wanted the run of Qwen3-VL 8B on AGX Orin");
    expect(own).toMatchObject({ tokensPerImage: 265, measured: 57.2 });
    const { board, placed } = own.run;
    const estimated = await visionTimes.estimate(own, knowledge);
    expect(estimated?.expected).toBeCloseTo(visionTime(board, placed, 265, 1, knowledge) ?? 0, 9);
    expect(estimated?.interval).toBe("interval-vision-calibrated");
  });

  it("sets beside it what the peak alone would take: 2 × 576.4 million × 1,060 patches at 42.5 TFLOPS", () => {
    const own = cases.find(({ id }) => id === "m0219");
    const ideal = own && visionTimes.peers["naive roofline"]?.(own, knowledge);
    expect(ideal).toBeCloseTo((2 * 576.4e6 * 1060) / 42.5e9, 6);
  });
});
