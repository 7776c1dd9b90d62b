import { describe, expect, it } from "vitest";
import { estimateTokens } from "../../tools/digest/estimate-tokens.ts";
import { PlanSystemInput, planSystem } from "../../tools/plan-system.ts";
import { estimateSpeed, fitMemory, knowledge } from "../fixtures/knowledge.ts";

const language = { model: "llama-3.1-8b" };
const detector = { model: "yolo11s" };
const devices = ["orin-nx-16gb", "agx-orin-64gb", "thor-t5000"];

const plan = async (input: object) =>
  planSystem.run(PlanSystemInput.parse({ workloads: [language], devices, ...input }), knowledge);

describe("plan-system", () => {
  it("ranks the plans, ten of them, and accounts for every configuration", async () => {
    const { plans, configurations, feasible, infeasible, nearest, rankedBy } = await plan({});
    expect(plans).toHaveLength(10);
    expect(rankedBy).toBe("cheapest");
    expect(nearest).toBeNull();
    expect(feasible + infeasible.reduce((sum, { count }) => sum + count, 0)).toBe(configurations);
    expect(plans.every(({ verdict }) => verdict === "fits" || verdict === "tight")).toBe(true);
    expect(plans[0]).toMatchObject({ device: "orin-nx-16gb", price: { usd: 999 } });
  });

  it("gives plans that memory-fit and estimate-throughput confirm as they stand", async () => {
    const { plans } = await plan({ workloads: [language, detector], kvCacheTypes: ["f16"], limit: 3 });
    for (const { input, verdict, headroomBytes, decodeTokensPerSecond } of plans) {
      expect(await fitMemory(input)).toMatchObject({ verdict, headroomBytes, resolved: input });
      const [first, second] = input.workloads;
      const { kvCacheType, maxInputTokens, streams, ...asked } = first ?? { model: "" };
      const { device, powerMode } = input;
      const speed = await estimateSpeed({ device, powerMode, ...asked, coTenants: [second] });
      expect(decodeTokensPerSecond).toEqual(speed.decodeTokensPerSecond);
    }
  });

  it("tries what is named for every model that leaves it open", async () => {
    const { swept, configurations } = await plan({
      workloads: [{ ...language, contextTokens: 2048 }, { model: "qwen3-4b" }, detector],
      quantizations: ["q4-k-m", "q8-0"],
      contexts: [4096],
      runtimes: ["llama-cpp"],
      kvCacheTypes: ["f16"],
      powerModes: "shipped",
    });
    expect(configurations).toBe(3 * 2 * 2);
    expect(swept).toEqual({
      devices,
      powerModes: ["15W", "MODE_30W", "120W"],
      quantizations: ["q4-k-m", "q8-0"],
      contexts: [2048, 4096],
      runtimes: ["llama-cpp"],
      kvCacheTypes: ["f16"],
    });
  });

  it("counts what cannot be combined by its reason", async () => {
    const { infeasible, feasible } = await plan({
      runtimes: ["ollama", "vllm"],
      quantizations: ["nvfp4"],
      contexts: [4096],
      kvCacheTypes: ["f16"],
    });
    expect(feasible).toBe(1);
    expect(infeasible.map(({ reason, count }) => [reason, count])).toEqual([
      ["format-not-loaded", 3],
      ["no-fp4-hardware", 2],
    ]);
  });

  it("keeps to context, speed, power and price, and ranks by the wish", async () => {
    const wanted = {
      minimumContextTokens: 16_384,
      minimumTokensPerSecond: 10,
      powerBudgetWatts: 50,
      budgetUsd: 4000,
    };
    const { plans } = await plan({ ...wanted, rankBy: "coolest" });
    expect(plans.length).toBeGreaterThan(0);
    for (const { input, decodeTokensPerSecond, watts, price } of plans) {
      expect(input.workloads[0]?.contextTokens).toBeGreaterThanOrEqual(16_384);
      expect(decodeTokensPerSecond?.expected).toBeGreaterThanOrEqual(10);
      expect(watts).toBeLessThanOrEqual(50);
      expect(price?.usd).toBeLessThanOrEqual(4000);
    }
    const watts = plans.map((each) => each.watts ?? 0);
    expect(watts).toEqual([...watts].sort((a, b) => a - b));
  });

  it("gives the nearest miss and why where nothing fits", async () => {
    const { plans, nearest, feasible } = await plan({
      workloads: [{ model: "llama-3.3-70b" }],
      devices: ["orin-nx-16gb"],
    });
    expect({ plans, feasible }).toEqual({ plans: [], feasible: 0 });
    expect(nearest).toMatchObject({ verdict: "does-not-fit", meetsAll: false });
    expect(nearest?.whyNot).toMatch(/^short by [\d.]+ GB$/);
    expect(nearest?.settings).toMatch(/^Q3_K_M, 4,096 tokens, llama\.cpp, q8_0 cache$/);
  });

  it("says of each plan how far its weights are compressed", async () => {
    const { plans } = await plan({ quantizations: ["q8-0"], runtimes: ["llama-cpp"], limit: 1 });
    expect(plans[0]?.quality).toBe("Q8_0: 8.5 bits a weight");
    expect(plans[0]?.bitsPerWeight).toBeCloseTo(8.5, 1);
  });

  it("plans detectors alone as they stand", async () => {
    const { plans, configurations } = await plan({ workloads: [detector] });
    expect(configurations).toBe(3);
    expect(plans[0]).toMatchObject({ device: "orin-nx-16gb", settings: "as stated", quality: null });
  });

  it("refuses more configurations than it can answer at once, and says what to narrow", async () => {
    const models = ["llama-3.1-8b", "qwen3-4b", "qwen3-8b", "gemma-3-4b", "llama-3.2-3b", "qwen3-1.7b"];
    await expect(plan({ workloads: models.map((model) => ({ model })) })).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/786,432 configurations, more than 4,166\. Name fewer/),
    });
  });

  it("refuses lists that multiply beyond all memory, at once", async () => {
    const of = (text: string) => Array.from({ length: 50 }, (_, index) => `${text}${index}`);
    const lists = { quantizations: of("q"), runtimes: Array(50).fill("llama-cpp") };
    const workloads = Array.from({ length: 32 }, () => ({ model: "llama-3.1-8b" }));
    const more = { contexts: Array.from({ length: 50 }, (_, index) => index + 1), kvCacheTypes: of("k") };
    await expect(plan({ workloads, ...lists, ...more })).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("gives the same again for what it resolved", async () => {
    const inputs = [
      { limit: 2 },
      { workloads: [language, { model: "YOLO" }], rankBy: "fastest", limit: 2 },
      { devices: ["Thor"], quantizations: ["4-bit"], limit: 1 },
    ];
    for (const input of inputs) {
      const first = await plan(input);
      const again = await planSystem.run(PlanSystemInput.parse(first.resolved), knowledge);
      expect(again.plans).toEqual(first.plans);
      expect(again.resolved).toEqual(first.resolved);
    }
  });

  it("has unique fact ids, resolvable sources and a digest of at most 300 tokens", async () => {
    const result = await plan({ workloads: [language, detector] });
    const ids = result.facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of result.sources) expect(knowledge.source(id).title).not.toBe("");
    const digest = planSystem.digest(result);
    expect(digest).toMatch(
      /^\d+ of \d+ configurations meet all that was asked for [^,]*, the cheapest first\n/,
    );
    expect(digest.split("\n").length).toBeGreaterThanOrEqual(4);
    expect(estimateTokens(digest)).toBeLessThanOrEqual(300);
  });

  it("digests the nearest miss with the reasons", async () => {
    const digest = planSystem.digest(
      await plan({ workloads: [{ model: "llama-3.3-70b" }], devices: ["orin-nx-16gb"] }),
    );
    expect(digest).toMatch(/nearest: Q3_K_M.*not: short by/);
    expect(digest).toMatch(/out, does not fit: \d+/);
  });

  it.each([{ workloads: [] }, { contexts: [0] }, { limit: 0 }, { quantizations: [] }])(
    "refuses %j",
    async (input) => {
      const call = planSystem.call({ workloads: [language], ...input }, knowledge);
      await expect(call).rejects.toMatchObject({ code: "invalid-input" });
    },
  );

  it.each([
    { lists: { quantizations: ["q9-z"] }, code: "unknown-id" },
    { lists: { runtimes: ["rocket"] }, code: "unknown-id" },
    { lists: { kvCacheTypes: ["f1"] }, code: "unknown-id" },
    { lists: { devices: ["Orin NX"] }, code: "ambiguous-id" },
  ])("answers $lists with $code", async ({ lists, code }) => {
    await expect(plan(lists)).rejects.toMatchObject({ code });
  });
});
