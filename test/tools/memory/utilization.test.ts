import { describe, expect, it } from "vitest";
import { drawLedger } from "../../../tools/memory/ledger.ts";
import { planUtilization } from "../../../tools/memory/utilization.ts";
import { board, fitMemory, knowledge, place } from "../../fixtures/knowledge.ts";

function utilizationOf(device: string, ...given: unknown[]) {
  const on = board(device);
  const workloads = given.map(place);
  const [first] = workloads;
  if (!first) throw new Error("no workload");
  return planUtilization(drawLedger(on, "desktop", workloads, knowledge), 0, first, on, knowledge);
}

const served = { model: "qwen3-4b", runtime: "vllm" };

describe("planUtilization()", () => {
  it.each([
    { device: "orin-nx-16gb", advised: 0.6 },
    { device: "agx-orin-64gb", advised: 0.7 },
    { device: "thor-t5000", advised: 0.75 },
  ])("gives vLLM on $device the $advised that is advised", ({ device, advised }) => {
    expect(utilizationOf(device, served)?.utilization).toBe(advised);
  });

  it("gives what is needed where that is more, and says so", () => {
    const over = utilizationOf("orin-nano-8gb", served);
    expect(over?.utilization).toBeGreaterThan(0.5);
    expect(over?.words).toMatch(/needs 0\.\d\d of the memory, more than the 0.50 advised/);
  });

  it("leaves room for what else runs", () => {
    const alone = utilizationOf("orin-nx-16gb", served);
    const beside = utilizationOf("orin-nx-16gb", served, { model: "qwen3-4b", contextTokens: 16_384 });
    expect(beside?.utilization).toBeLessThan(alone?.utilization ?? 0);
  });

  it("keeps what is stated, and says when that is more than advised", () => {
    expect(utilizationOf("orin-nx-16gb", { ...served, gpuMemoryUtilization: 0.9 })).toEqual({
      utilization: 0.9,
      words: "Qwen3 4B: vLLM takes 0.90 of the memory, more than the 0.60 advised for this class of board",
    });
    expect(utilizationOf("orin-nx-16gb", { ...served, gpuMemoryUtilization: 0.6 })?.words).toBe(
      "Qwen3 4B: vLLM takes 0.60 of the memory",
    );
  });

  it("says nothing of other engines", () => {
    expect(utilizationOf("orin-nx-16gb", { model: "qwen3-4b" })).toBeNull();
  });

  it("stands in the command of the plan and in its assumptions", async () => {
    const { commands, assumptions } = await fitMemory({ device: "agx-orin-64gb", workloads: [served] });
    expect(commands[0]?.command).toMatch(/--gpu-memory-utilization 0.7$/);
    expect(assumptions.join()).toContain("vLLM is given 0.70 of the memory");
  });
});
