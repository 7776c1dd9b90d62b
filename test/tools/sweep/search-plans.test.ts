import { describe, expect, it } from "vitest";
import type { Requirements } from "../../../tools/sweep/requirements.ts";
import { searchPlans } from "../../../tools/sweep/search-plans.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

function search(devices: string[], quantizations: string[], wanted: Requirements = {}, limit = 10) {
  const options = [
    quantizations.map((quantization) => place({ model: "qwen3-4b", runtime: "vllm", quantization })),
  ];
  const terms = { setting: { os: "headless", promptTokens: 512, leading: 0 } as const, wanted };
  return searchPlans(
    devices.map((device) => board(device)),
    options,
    terms,
    { rankBy: "cheapest", limit },
    knowledge,
  );
}

describe("searchPlans()", () => {
  it("counts what cannot be combined by its reason, and tries the rest", () => {
    const { best, feasible, refusals } = search(["agx-orin-64gb", "thor-t5000"], ["w4a16", "nvfp4"]);
    expect(feasible).toBe(3);
    expect(best.map(({ board: { id } }) => id)).toEqual(["agx-orin-64gb", "thor-t5000", "thor-t5000"]);
    expect(refusals).toEqual([
      { reason: "no-fp4-hardware", count: 1, example: expect.stringContaining("AGX Orin 64GB") },
    ]);
  });

  it.each([1, 2, 3, 4])("keeps the best %d, the same as the first of all", (limit) => {
    const devices = ["thor-t5000", "agx-orin-64gb", "orin-nx-16gb", "agx-orin-32gb"];
    const cheapestFirst = ["orin-nx-16gb", "agx-orin-32gb", "agx-orin-64gb", "thor-t5000"];
    const { best, feasible } = search(devices, ["w4a16"], {}, limit);
    expect(feasible).toBe(4);
    expect(best.map(({ board: { id } }) => id)).toEqual(cheapestFirst.slice(0, limit));
  });

  it("counts what misses something, and keeps the nearest", () => {
    const { best, feasible, nearest, refusals } = search(["orin-nano-4gb", "orin-nx-8gb"], ["bf16"]);
    expect({ best, feasible }).toEqual({ best: [], feasible: 0 });
    expect(refusals).toMatchObject([{ reason: "does-not-fit", count: 2 }]);
    expect(nearest?.board.id).toBe("orin-nx-8gb");
  });

  it("takes for the nearest what fits before what does not", () => {
    const { nearest, refusals } = search(["orin-nano-4gb", "agx-orin-64gb"], ["bf16"], { budgetUsd: 3000 });
    expect(nearest?.board.id).toBe("agx-orin-64gb");
    expect(refusals.map(({ reason, example }) => `${reason}: ${example}`)).toContain(
      "over-budget: Jetson AGX Orin 64GB: 3,499 USD is above 3,000 USD",
    );
  });

  it("has no nearest where nothing can be combined", () => {
    expect(search(["agx-orin-64gb"], ["nvfp4"])).toMatchObject({ feasible: 0, nearest: null });
  });
});
