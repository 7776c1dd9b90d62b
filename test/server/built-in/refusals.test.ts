import { describe, expect, it } from "vitest";
import { refusalsOf } from "../../../server/built-in/refusals.ts";

describe("refusalsOf()", () => {
  it.each([
    ["decision-tree", { budgetUsd: -500 }, "“budget” is too small"],
    ["fleet-cost", { device: "orin-nx-16gb", devices: 0 }, "“devices” is too small"],
    [
      "memory-fit",
      { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b", contextTokens: 1e9 }] },
      "“context tokens” is too large",
    ],
  ])("says what %s does not take", (name, input, words) => {
    const [refusal] = refusalsOf([{ name, input }]);
    expect(refusal && "error" in refusal ? refusal.error : "").toContain(words);
  });

  it("says it once, and nothing of calls that run", () => {
    const refused = { name: "decision-tree", input: { budgetUsd: -1 } };
    const fine = { name: "decision-tree", input: { budgetUsd: 1 } };
    expect(refusalsOf([refused, fine, refused])).toHaveLength(1);
  });
});
