import { describe, expect, it } from "vitest";
import { factsScorer } from "../../../evals/scorers/facts.ts";
import { faultOf, fitCase, judge, searchCase, subjectFor } from "../../fixtures/eval-subject.ts";

const fit = await subjectFor(fitCase.ask, fitCase.expects);
const headroom = fit.evidence.facts.find(({ id }) => id === "1.headroom")?.display ?? "";

describe("factsScorer", () => {
  it("says nothing where no fact is wanted", async () => {
    expect(await judge(factsScorer, await subjectFor(searchCase.ask, searchCase.expects))).toBeUndefined();
  });

  it.each([
    ["as it is displayed", `${headroom} stays free for Llama 3.1 8B on the Orin NX 16GB.`, true],
    ["rounded", `On the Orin NX 16GB about ${Math.round(Number.parseFloat(headroom))} GB stays free.`, true],
    ["of another board", `On the Orin NX 8GB ${headroom} stays free.`, false],
    ["not at all", "Llama 3.1 8B fits on the Orin NX 16GB.", false],
  ])("hears a fact stated %s", async (_, answer, isStated) => {
    expect((await faultOf(factsScorer, fit, { answer })) === "").toBe(isStated);
  });
});
