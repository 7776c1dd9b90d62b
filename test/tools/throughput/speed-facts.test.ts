import { describe, expect, it } from "vitest";
import { createFactBook } from "../../../tools/facts.ts";
import { predict } from "../../../tools/throughput/prediction.ts";
import { addSpeedFacts, measuredIds } from "../../../tools/throughput/speed-facts.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

function basisOf(id: string, workload: object, share = 1, device = "agx-orin-64gb") {
  const placed = place(workload);
  const book = createFactBook("it", knowledge);
  const shipped = { powerMode: "30W", decodeTokensPerSecond: { low: 1, expected: 2, high: 3 } };
  addSpeedFacts(book, placed, predict(board(device), placed, share, 512, knowledge), shipped);
  const basis = book.facts.find((fact) => fact.id === id)?.basis;
  if (basis?.kind !== "computed") throw new Error(`wanted a computed fact ${id}`);
  return basis;
}

describe("addSpeedFacts()", () => {
  it("says of a computed speed what the time of a pass is made of", () => {
    const { formula, inputs } = basisOf("decode", { model: "qwen3-14b", runtime: "vllm" });
    expect(formula).toContain("stream factor × bytes ÷ bandwidth + layer cycles ÷ clock");
    expect(inputs).toEqual(["streamed", "bandwidth", "ceiling"]);
  });

  it("says of a measured speed which runs it is the median of", () => {
    const { formula, inputs } = basisOf("decode", { model: "llama-3.1-8b" });
    expect(formula).toContain("median of the measured runs");
    expect(inputs.filter((id) => id.startsWith("measured-")).length).toBeGreaterThan(0);
  });

  it("names the share that co-tenants leave, and what limits streams together", () => {
    expect(basisOf("decode", { model: "qwen3-14b" }, 0.5).inputs).toContain("share");
    expect(basisOf("decode", { model: "qwen3-14b", concurrency: 8 }).formula).toContain("^ exponent");
    expect(basisOf("decode", { model: "qwen3-14b", runtime: "vllm", concurrency: 8 }).formula).not.toContain(
      "^",
    );
  });

  it.each([
    { id: "aggregate", inputs: ["decode"] },
    { id: "decode-low", inputs: ["decode", "interval"] },
    { id: "first-token", inputs: ["prefill", "vision"] },
    { id: "first-token-high", inputs: ["first-token", "prompt-interval", "vision-interval"] },
    { id: "shipped-low", inputs: ["shipped"] },
  ])("computes $id from $inputs", ({ id, inputs }) => {
    expect(basisOf(id, { model: "qwen2.5-vl-7b" }).inputs).toEqual(inputs);
  });
});

describe("measuredIds()", () => {
  it("are the facts of measured runs", () => {
    expect(measuredIds([{ id: "m1" }])).toEqual(["measured-m1"]);
  });
});
