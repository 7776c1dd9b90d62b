import { describe, expect, it } from "vitest";
import { orinRules, undecidedRule } from "../../../tools/decision/orin-rules.ts";
import { knowledge } from "./decide.ts";

describe("orinRules", () => {
  it.each(orinRules.map(({ id, advise }) => ({ id, advise })))("ends at an Orin: $id", ({ advise }) => {
    expect(advise).toMatch(/orin/);
  });

  it.each([...orinRules, undecidedRule].map((rule) => ({ ...rule })))(
    "lists the alternatives of $id from the largest memory to the smallest",
    ({ alternatives }) => {
      const sizes = alternatives.map((id) => knowledge.devices.get(id).entry.value.memory ?? 0);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    },
  );

  it("does not apply to an empty question, which the last rule answers", () => {
    expect(orinRules.some(({ when }) => when({}))).toBe(false);
    expect(undecidedRule.when({})).toBe(true);
  });
});
