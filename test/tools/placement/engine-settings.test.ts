import { describe, expect, it } from "vitest";
import { EngineSettings, statedSettings } from "../../../tools/placement/engine-settings.ts";

describe("statedSettings()", () => {
  it("gives what is stated, false and 0 as well, and nothing else", () => {
    const workload = { model: "qwen3-8b", promptCache: false, swapSpaceGibibytes: 0, build: undefined };
    expect(statedSettings(workload)).toEqual({ promptCache: false, swapSpaceGibibytes: 0 });
  });

  it("gives null, when nothing is stated", () => {
    expect(statedSettings({})).toBeNull();
  });
});

describe("EngineSettings", () => {
  it.each([
    { settings: { gpuMemoryUtilization: 1 }, valid: true },
    { settings: { gpuMemoryUtilization: 1.01 }, valid: false },
    { settings: { gpuMemoryUtilization: 0 }, valid: false },
    { settings: { build: "newer" }, valid: true },
    { settings: { build: "b5489" }, valid: false },
    { settings: { microBatchTokens: 0 }, valid: false },
  ])("takes $settings: $valid", ({ settings, valid }) => {
    expect(EngineSettings.safeParse(settings).success).toBe(valid);
  });
});
