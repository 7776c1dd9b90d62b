import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DecisionQuestion } from "../../tools/decision/question.ts";
import { decisionTree } from "../../tools/decision-tree.ts";
import { estimateTokens } from "../../tools/digest/estimate-tokens.ts";
import { anyQuestion, decide, knowledge } from "./decision/decide.ts";

describe("decision-tree", () => {
  it.each<{ name: string; question: DecisionQuestion; platform: string }>([
    {
      name: "a 5 W battery sensor with a 1B model no Jetson",
      question: {
        application: "battery-sensor",
        powerBudgetWatts: 5,
        battery: true,
        largestModelBillions: 1,
      },
      platform: "coral-tpu",
    },
    {
      name: "a humanoid with a VLA model Thor",
      question: { application: "humanoid", modelKind: "vla" },
      platform: "agx-thor-devkit",
    },
    {
      name: "one detector stream Orin Nano",
      question: { modelKind: "detector", streams: 1 },
      platform: "orin-nano-8gb",
    },
    {
      name: "an assistant of 7B Orin NX",
      question: { application: "assistant", largestModelBillions: 7 },
      platform: "orin-nx-16gb",
    },
    { name: "an empty question AGX Orin", question: {}, platform: "agx-orin-64gb" },
    {
      name: "a 30B model on 3,600 USD AGX Orin 64GB, whose kit is 3,499 USD",
      question: { largestModelBillions: 30, budgetUsd: 3600 },
      platform: "agx-orin-64gb",
    },
    {
      name: "a 30B model on the documents' 1,999 USD a smaller board",
      question: { largestModelBillions: 30, budgetUsd: 1999 },
      platform: "agx-orin-32gb",
    },
    {
      name: "30 streams the board whose decoder takes them",
      question: { streams: 30 },
      platform: "agx-thor-devkit",
    },
  ])("advises $name", async ({ question, platform }) => {
    expect((await decide(question)).platform).toBe(platform);
  });

  it("tells the runtime for 2,000 requests a day, and what else would do", async () => {
    const { platform, runtime } = await decide({ requestsPerDay: 2000 });
    expect(platform).toBe("agx-orin-64gb");
    expect(runtime).toMatchObject({
      choice: "tensorrt-llm",
      alternatives: ["vllm", "tensorrt-edge-llm"],
      sources: ["edge-llm-benchmark-2026"],
    });
  });

  it("gives no runtime where no load and no machine asks for one", async () => {
    expect(await decide({ largestModelBillions: 7 })).not.toHaveProperty("runtime");
  });

  it("shows every rule asked, the last one with its reason", async () => {
    const { path, rule } = await decide({ powerBudgetWatts: 10 });
    expect(path.map(({ rule: id, answer }) => `${id}: ${answer.slice(0, 3)}`)).toEqual([
      "ultra-low-power: no",
      "cheap-smart-camera: no",
      "below-15-watts-language: no",
      "below-15-watts: yes",
    ]);
    expect(rule).toBe("below-15-watts");
  });

  it("files the newest price, the printed one and the given budget as facts", async () => {
    const { facts, sources } = await decide({ largestModelBillions: 30, budgetUsd: 4000 });
    const displays = facts.map(({ display, basis }) => `${display} ${basis.kind}`);
    expect(displays).toContain("3,499 USD (kit, 2026-07-21) cited");
    expect(displays).toContain("1,999 USD (kit, 2026-05) cited");
    expect(displays).toContain("4,000 USD given");
    expect(sources.map(({ id }) => id)).toContain("edge-llm-decision-framework");
  });

  it("counts the memory of the largest model by the rule of thumb: 30B × 4 bits ÷ 8 × 1.5", async () => {
    const { facts } = await decide({ largestModelBillions: 30 });
    expect(facts.find(({ id }) => id === "model-memory")?.value).toBeCloseTo(22.5e9);
  });

  it("invents nothing in `resolved` and states what it took for granted", async () => {
    const { resolved, assumptions } = await decide({ powerBudgetWatts: 5 });
    expect(resolved).toEqual({ powerBudgetWatts: 5 });
    expect(assumptions).toEqual([
      "application not given: decided by the other answers",
      "no budget given: prices do not decide",
    ]);
  });

  it.each([
    { streams: 1.5 },
    { powerBudgetWatts: 0 },
    { powerBudgetWatts: Number.NaN },
    { budgetUsd: -1 },
    { budgetUsd: Number.POSITIVE_INFINITY },
    { application: "toaster" },
    { watts: 5 },
  ])("refuses %o and says which field is wrong", async (question) => {
    await expect(decisionTree.call(question, knowledge)).rejects.toMatchObject({ code: "invalid-input" });
  });
});

describe("decision-tree, for any question", () => {
  const check = (property: (question: DecisionQuestion) => Promise<void>) =>
    fc.assert(fc.asyncProperty(anyQuestion, property), { numRuns: 300 });

  it("answers with a known board, the last rule of the path, and the same bytes each time", () =>
    check(async (question) => {
      const decision = await decide(question);
      expect(knowledge.devices.find(decision.platform)?.entry.id).toBe(decision.platform);
      expect(decision.path.at(-1)?.rule).toBe(decision.rule);
      expect(decision.alternatives).not.toContain(decision.platform);
      expect(JSON.stringify(await decide(question))).toBe(JSON.stringify(decision));
    }));

  it("never advises Thor on less than 40 W, without a fan, or on a battery of unknown power", () =>
    check(async (question) => {
      const limited = [
        { ...question, powerBudgetWatts: 39 },
        { ...question, passiveCooling: true },
        { ...question, battery: true, powerBudgetWatts: undefined },
      ];
      for (const limit of limited) {
        const { platform, alternatives } = await decide(limit);
        for (const id of [platform, ...alternatives])
          expect(knowledge.devices.get(id).entry.value.class).not.toBe("thor");
      }
    }));

  it("keeps to the budget or says that nothing does", () =>
    check(async (question) => {
      const budgetUsd = question.budgetUsd ?? 1000;
      const { platform, facts, caveats } = await decide({ ...question, budgetUsd });
      const price = facts.find(({ id }) => id.startsWith(`price.${platform}.`))?.value ?? Infinity;
      const admits = caveats.some((caveat) => caveat.startsWith("Nothing on record that suits is within"));
      expect(price <= budgetUsd).toBe(!admits);
    }));

  it("keeps every record's number of a sentence among the facts", () =>
    check(async (question) => {
      const { caveats, facts } = await decide(question);
      const displays = facts.map(({ display }) => display);
      for (const price of caveats.join(" ").matchAll(/[\d,]+ USD \([a-z]+, [\d-]+\)/g))
        expect(displays).toContain(price[0]);
    }));

  it("has unique fact ids, resolvable sources and a digest of at most 300 tokens", () =>
    check(async (question) => {
      const decision = await decide(question);
      expect(new Set(decision.facts.map(({ id }) => id)).size).toBe(decision.facts.length);
      expect(decision.sources.every(({ title }) => title.length > 0)).toBe(true);
      expect(estimateTokens(decisionTree.digest(decision))).toBeLessThanOrEqual(300);
    }));
});
