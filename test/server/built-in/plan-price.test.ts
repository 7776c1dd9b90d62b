import { describe, expect, it } from "vitest";
import { planPrice } from "../../../server/built-in/plan-price.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const reading = readQuestion("Does Qwen3 8B fit on an Orin NX 16GB?", knowledge);

describe("planPrice()", () => {
  it("looks up the board spoken of", () => {
    expect(planPrice("What does the board cost?", reading)).toEqual([
      { name: "look-up", input: { name: "orin-nx-16gb" } },
    ]);
  });

  it.each([
    ["AGX Orin 64GB or Thor, what do the two kits cost?", ["agx-orin-64gb", "Thor"]],
    ["What would an RK3588 board cost me?", ["rk3588"]],
    ["How much does a Jetson Orin NX 16GB go for?", ["orin-nx-16gb"]],
  ])("looks up each board named in: %s", (question, names) => {
    const calls = planPrice(question, readQuestion(question, knowledge));
    expect(calls?.map(({ input }) => input.name)).toEqual(names);
  });

  it("has nothing to look up without a board, or where no price is asked", () => {
    expect(planPrice("What does the board cost?", { ...reading, boards: [] })).toBeUndefined();
    expect(planPrice("How fast is it?", reading)).toBeUndefined();
  });
});
