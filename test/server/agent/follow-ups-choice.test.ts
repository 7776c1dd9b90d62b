import { describe, expect, it } from "vitest";
import {
  afterComparison,
  afterDecision,
  afterPlans,
  priceOf,
  whatRunsOn,
} from "../../../server/agent/follow-ups-choice.ts";
import { toQuestion } from "../../../server/built-in/phrase-plan.ts";
import { compareDevices } from "../../../tools/compare-devices.ts";
import { planSystem } from "../../../tools/plan-system.ts";
import { decide, knowledge } from "../../fixtures/server-knowledge.ts";

const workloads = [{ model: "qwen3-8b" }];

describe("afterDecision()", () => {
  it("goes on with the size that was asked about, the price and the runtime", async () => {
    const decision = await decide({ largestModelBillions: 7 });
    const suggested = afterDecision(decision, [], knowledge);
    expect(suggested.map(({ kind }) => kind).slice(0, 4)).toEqual(["fit", "speed", "price", "runtime"]);
    const input = {
      device: decision.platform,
      workloads: [{ model: { name: "7B model", parametersBillions: 7 } }],
    };
    expect(suggested[0]?.question).toBe(toQuestion(input, knowledge));
  });

  it("goes on with the cameras that were asked about", async () => {
    const suggested = afterDecision(await decide({ modelKind: "detector", streams: 4 }), [], knowledge);
    expect(suggested[0]).toMatchObject({ kind: "speed", label: "How many cameras can it watch?" });
  });
});

describe("afterComparison()", () => {
  it("goes on with the best board and then with others that fit", async () => {
    const devices = ["orin-nano-8gb", "orin-nx-16gb", "agx-orin-64gb"];
    const comparison = await compareDevices.run({ workloads, devices, rankBy: "cheapest" }, knowledge);
    const suggested = afterComparison(comparison, knowledge);
    const { best, rows } = comparison;
    expect(suggested[0]?.question).toBe(best && toQuestion(best.input, knowledge));
    const others = rows.filter(({ device, verdict }) => device !== best?.device && verdict === "fits");
    expect(suggested.filter(({ kind }) => kind === "board").map(({ question }) => question)).toEqual(
      others.slice(0, 2).map(({ input }) => toQuestion(input, knowledge)),
    );
    expect(suggested.map(({ kind }) => kind)).not.toContain("compare");
  });
});

describe("afterPlans()", () => {
  it("goes on with the best plan and the next", async () => {
    const system = await planSystem.run({ workloads, devices: ["orin-nx-16gb"] }, knowledge);
    const [best, next] = system.plans;
    const questions = afterPlans(system, knowledge).map(({ question }) => question);
    for (const plan of [best, next]) expect(questions).toContain(plan && toQuestion(plan.input, knowledge));
  });

  it("goes on with the longest context that fits where contexts were tried", async () => {
    const system = await planSystem.run(
      {
        workloads,
        devices: ["orin-nx-16gb"],
        contexts: [4096, 8192, 1_000_000],
        quantizations: ["q4-k-m"],
        runtimes: ["llama-cpp"],
      },
      knowledge,
    );
    expect(afterPlans(system, knowledge)[0]?.label).toBe("Memory with 8,192 tokens");
  });
});

describe("priceOf() and whatRunsOn()", () => {
  it("say nothing of a board that is not on record", () => {
    expect([...priceOf("nowhere", knowledge), ...whatRunsOn("nowhere", knowledge)]).toEqual([]);
  });

  it("ask what runs only of a Jetson", () => {
    expect(whatRunsOn("coral-tpu", knowledge)).toEqual([]);
    expect(whatRunsOn("orin-nx-16gb", knowledge)).toMatchObject([
      { label: "What runs on the Orin NX 16GB?" },
    ]);
  });
});
