import { describe, expect, it } from "vitest";
import { choiceCaveats } from "../../../tools/decision/choice-caveats.ts";
import type { DecisionQuestion } from "../../../tools/decision/question.ts";
import { decide, sayOne } from "./decide.ts";

describe("choiceCaveats", () => {
  it.each<{ id: string; question: DecisionQuestion; says: RegExp }>([
    {
      id: "passed-over",
      question: { largestModelBillions: 30, budgetUsd: 2000 },
      says: /64GB is passed over: it costs 3,499 USD .*32GB is the next that suits/,
    },
    {
      id: "passed-over",
      question: { largestModelBillions: 30, budgetUsd: 3000 },
      says: /its bare module, without carrier, is 2,999 USD/,
    },
    { id: "passed-over", question: { streams: 23 }, says: /video decoder takes 22 streams/ },
    {
      id: "nothing-affordable",
      question: { budgetUsd: 10 },
      says: /Nothing on record that suits is within 10 USD: the cheapest is Rockchip RK3588 at 150 USD/,
    },
  ])("says why: $question", ({ id, question, says }) => {
    expect(sayOne(choiceCaveats, id, question)).toMatch(says);
  });

  it.each<DecisionQuestion>([{}, { budgetUsd: 3499 }])(
    "is silent where the advice is taken: %o",
    (question) => {
      for (const { id } of choiceCaveats) expect(sayOne(choiceCaveats, id, question)).toBeUndefined();
    },
  );

  it("names the memory where the model is too large for a cheaper board", async () => {
    const { platform, caveats } = await decide({ largestModelBillions: 13, streams: 6, budgetUsd: 400 });
    expect(platform).toBe("agx-orin-64gb");
    expect(caveats.join(" ")).toMatch(/Nothing on record that suits is within 400 USD/);
  });
});
