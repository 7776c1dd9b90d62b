import { describe, expect, it } from "vitest";
import { assume, estimateSpeed } from "../../fixtures/knowledge.ts";

const orin = { device: "agx-orin-64gb", powerMode: "30W", model: "llama-3.1-8b", contextTokens: 187 };

describe("toEnergy()", () => {
  it("derives efficiency, energy and cost from one draw and one speed", async () => {
    const asked = { ...orin, answerTokens: 100, electricityUsdPerKwh: 0.2 };
    const { power, aggregateTokensPerSecond } = await estimateSpeed(asked);
    const speed = aggregateTokensPerSecond?.expected ?? 0;
    expect(power.watts?.expected).toBe(18);
    expect(power.tokensPerSecondPerWatt).toBeCloseTo(speed / 18, 10);
    expect(power.joulesPerToken).toBeCloseTo(18 / speed, 10);
    const wattHours = (1000 * 100 * 18) / speed / 3600;
    expect(power.energyPerThousandAnswersWattHours).toBeCloseTo(wattHours, 8);
    expect(power.costPerThousandAnswersUsd).toBeCloseTo((wattHours / 1000) * 0.2, 10);
  });

  it("counts the prompts apart, by the time to the first token", async () => {
    const { power, timeToFirstTokenMs } = await estimateSpeed(orin);
    const seconds = (timeToFirstTokenMs?.expected ?? 0) / 1000;
    expect(power.promptEnergyPerThousandWattHours).toBeCloseTo((1000 * 18 * seconds) / 3600, 8);
  });

  it("costs more energy a token in 30 W than in MAXN, as was measured", async () => {
    const fast = await estimateSpeed({ ...orin, powerMode: "MAXN" });
    const slow = await estimateSpeed(orin);
    expect(slow.power.joulesPerToken).toBeGreaterThan(fast.power.joulesPerToken ?? 0);
  });

  it("spends less a token on streams together than on one", async () => {
    const asked = { device: "agx-orin-64gb", model: "qwen3-8b", runtime: "vllm" };
    const [one, eight] = [await estimateSpeed(asked), await estimateSpeed({ ...asked, concurrency: 8 })];
    expect(eight.power.joulesPerToken).toBeLessThan(one.power.joulesPerToken ?? 0);
  });

  it.each([
    { why: "a format the board cannot run", input: { ...orin, quantization: "nvfp4" } },
    { why: "a board whose bandwidth nobody states", input: { device: { name: "x" }, model: "qwen3-8b" } },
    {
      why: "a board whose watts nobody states",
      input: { device: { name: "x", memory: "16 GB", bandwidth: "100 GB/s" }, model: "qwen3-8b" },
    },
  ])("is null throughout for $why, and says so", async ({ input }) => {
    const { power, facts, assumptions } = await estimateSpeed(input);
    const { answerTokens, electricityUsdPerKwh, text, ...unknown } = power;
    expect(new Set(Object.values(unknown))).toEqual(new Set([null]));
    expect(text).toMatch(/^no /);
    expect(facts.some(({ unit }) => ["W", "J", "Wh"].includes(unit))).toBe(false);
    expect(assumptions.join()).not.toContain("energy:");
  });
});

describe("energyAssumptions()", () => {
  it("names answers and electricity only where nobody stated them", async () => {
    const open = (await estimateSpeed(orin)).assumptions;
    const stated = await estimateSpeed({ ...orin, answerTokens: 9, electricityUsdPerKwh: 0 });
    expect(open).toContain(`energy: ${assume("answer-tokens")} tokens an answer`);
    expect(open).toContain(`energy: electricity at ${assume("electricity-price")} USD a kilowatt-hour`);
    expect(stated.assumptions.join()).not.toContain("energy:");
    expect(stated.power.costPerThousandAnswersUsd).toBe(0);
  });
});
