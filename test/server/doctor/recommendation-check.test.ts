import { describe, expect, it } from "vitest";
import { formatBytes } from "../../../knowledge/units.ts";
import { recommendModel } from "../../../server/doctor/recommend-model.ts";
import { checkRecommendation } from "../../../server/doctor/recommendation-check.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("checkRecommendation()", () => {
  it("says memory, headroom, speed with its interval, the next best and how to get the model", () => {
    const recommendation = recommendModel("agx-orin-64gb", [{ model: "yolo11n" }], knowledge);
    const { message, fix, state } = checkRecommendation(recommendation);
    const { best, runnerUp } = recommendation;
    expect(state).toBe("information");
    expect(message).toContain("Jetson AGX Orin 64GB in MAXN beside YOLO11n");
    expect(message).toContain(`${best?.name} in Q4_K_M needs ${formatBytes(best?.modelBytes ?? 0)}`);
    expect(message).toContain(`leaves ${formatBytes(best?.headroomBytes ?? 0)}`);
    expect(message).toMatch(/about [\d.]+ tok\/s \([\d.]+ tok\/s to [\d.]+ tok\/s\), at 8,192 tokens/);
    expect(message).toContain(`Next: ${runnerUp?.name}`);
    expect(fix).toBe(`ollama pull ${best?.ollamaName}`);
  });

  it("says what the highest mode would allow, where that is another model", () => {
    const slow = recommendModel("agx-orin-64gb", [], knowledge, { powerMode: "30W" });
    expect(checkRecommendation(slow).message).toContain("In MAXN: Qwen3 8B in Q4_K_M needs");
    expect(checkRecommendation(recommendModel("agx-orin-64gb", [], knowledge)).message).not.toContain(
      "In MAXN:",
    );
  });

  it("has no command for a server that pulls nothing", () => {
    const recommendation = recommendModel("agx-orin-64gb", [], knowledge, { runtime: "llama-cpp" });
    expect(checkRecommendation(recommendation)).not.toHaveProperty("fix");
  });

  it.each([
    {
      beside: ["qwen2.5-vl-7b", "yolo11s"],
      device: "orin-nx-16gb",
      said: "no model keeps 10 tok/s: the fastest",
    },
    { beside: ["llama-3.3-70b"], device: "orin-nx-16gb", said: "alone: does not fit, so no model fits too" },
    { beside: [], device: "orin-nano-4gb", said: "no model of 1.5 billion parameters or more fits" },
  ])("says of $device beside $beside: $said", ({ beside, device, said }) => {
    const workloads = beside.map((model) => ({ model }));
    const { message } = checkRecommendation(recommendModel(device, workloads, knowledge));
    expect(message).toContain(said);
    expect(message).toContain("The built-in answerer needs no model");
  });
});
