import { describe, expect, it } from "vitest";
import { speedPeers } from "../../../../evals/backtest/peers/speed.ts";
import { Measurement } from "../../../../knowledge/evidence-schema.ts";
import { board, knowledge, place } from "../../../fixtures/knowledge.ts";

function ask(
  name: string,
  change: object = {},
  device = "agx-orin-64gb",
  workload: object = {},
): number | null {
  const row = {
    ...Measurement.parse({
      id: "m1",
      device,
      model: "llama-3.1-8b",
      quantization: "q4-k-m",
      runtime: "llama-cpp",
      metric: "decode",
      value: 1,
      confidence: "high",
      ...change,
    }),
    source: "s",
  };
  const placed = place({ model: "llama-3.1-8b", ...workload });
  return speedPeers[name]?.({ run: { row, board: board(device), placed } }, knowledge) ?? null;
}

describe("speedPeers", () => {
  it.each([
    { name: "naive roofline", speed: 204.8 / 4.015 },
    { name: "llmfit, bandwidth known", speed: (204.8 / 4.015) * 0.55 },
    { name: "llmfit, as on a Jetson", speed: 34.66 },
    { name: "llm-checker", speed: 71 },
    { name: "whichllm", speed: (204.8 / 4.015) * 0.55 },
    { name: "gpu_poor", speed: 204.8 / ((2 * 4.015 + 0.5369) * 1.5) },
  ])("give for Llama 3.1 8B in 4 bit on AGX Orin what is published: $name $speed", ({ name, speed }) => {
    expect(ask(name)).toBeCloseTo(speed, 1);
  });

  it("say nothing of several streams or of speculation, but for the roofline, which multiplies", () => {
    const many = { concurrency: 8 };
    expect(ask("whichllm", many)).toBeNull();
    expect(ask("naive roofline", many)).toBeCloseTo((8 * 204.8) / 4.015, 0);
    const drafted = { speculation: "EAGLE3", acceptedTokensPerPass: 2 };
    expect(ask("gpu_poor", drafted)).toBeNull();
    expect(ask("naive roofline", drafted)).toBeCloseTo((2 * 204.8) / 4.015, 0);
  });

  it("say nothing where their formula lacks the board or the width", () => {
    expect(ask("llm-checker", {}, "agx-orin-32gb")).toBeNull();
    expect(ask("llmfit, as on a Jetson", {}, "agx-orin-64gb", { quantization: "q8-0" })).toBeNull();
  });
});
