import { describe, expect, it } from "vitest";
import { promptPeers } from "../../../../evals/backtest/peers/prompt.ts";
import { promptRuns } from "../../../../evals/prompt-runs.ts";
import { knowledge } from "../../../fixtures/knowledge.ts";

describe("promptPeers", () => {
  const run = promptRuns(knowledge).find(({ row }) => row.id === "e0011b");
  if (!run) throw new Error("wanted the run of Qwen3-8B in NVFP4 on Thor");

  it.each([
    { name: "naive roofline", tera: 258 },
    { name: "the number on the box", tera: 2070 },
  ])("$name is $tera TFLOPS ÷ 2 operations for each of 8.19 billion parameters", ({ name, tera }) => {
    expect(promptPeers[name]?.({ run })).toBeCloseTo((tera * 1e12) / (2 * 8.19073536e9), 3);
  });
});
