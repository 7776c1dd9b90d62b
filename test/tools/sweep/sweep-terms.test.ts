import { describe, expect, it } from "vitest";
import { asksForPower, assumedTerms, termsOf } from "../../../tools/sweep/sweep-terms.ts";
import { defaultPromptTokens } from "../../../tools/throughput/assumed.ts";
import { place } from "../../fixtures/knowledge.ts";

const model = place({ model: "qwen3-8b" });
const eyes = place({ model: "yolo11s" });

describe("termsOf()", () => {
  it("takes what is stated, and fills in desktop and prompt", () => {
    expect(termsOf({}, [eyes, model]).setting).toEqual({
      os: "desktop",
      promptTokens: defaultPromptTokens,
      leading: 1,
    });
    const stated = { os: "headless", promptTokens: 9, budgetUsd: 500 } as const;
    expect(termsOf(stated, [eyes])).toEqual({
      setting: { os: "headless", promptTokens: 9, leading: undefined },
      wanted: stated,
    });
  });
});

describe("asksForPower()", () => {
  it.each([
    { wishes: {}, asks: false },
    { wishes: { rankBy: "fastest" }, asks: false },
    { wishes: { rankBy: "coolest" }, asks: true },
    { wishes: { powerBudgetWatts: 15 }, asks: true },
  ] as const)("is $asks for $wishes", ({ wishes, asks }) => {
    expect(asksForPower(wishes)).toBe(asks);
  });
});

describe("assumedTerms()", () => {
  const assumed = (wishes: Parameters<typeof termsOf>[0], ...workloads: (typeof model)[]) =>
    assumedTerms(wishes, workloads, termsOf(wishes, workloads));

  it("says what was filled in", () => {
    expect(assumed({}, model)).toEqual([
      "ranked by price, cheapest first",
      "desktop running",
      `${defaultPromptTokens} prompt tokens`,
    ]);
    expect(assumed({ rankBy: "fastest", os: "headless", promptTokens: 1 }, model)).toEqual([]);
  });

  it("says whose speed is meant, or that there is none", () => {
    expect(assumed({}, eyes, model)).toContain("speed is that of Qwen3 8B beside the others");
    expect(assumed({ rankBy: "fastest" }, eyes)).toContain(
      "no language model among the workloads, so no speed is asked",
    );
    expect(assumed({}, eyes).join()).not.toContain("speed");
  });
});
