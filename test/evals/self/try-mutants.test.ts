import { describe, expect, it } from "vitest";
import type { Mutation } from "../../../evals/self/mutation.ts";
import { tryMutants } from "../../../evals/self/try-mutants.ts";
import { fitCase, subjectFor } from "../../fixtures/eval-subject.ts";

const subjects = [await subjectFor(fitCase.ask, fitCase.expects), await subjectFor("Thanks!")];
const lie: Mutation["mutate"] = ({ answer }) => ({ ...answer, answer: "It needs 987 GB." });
const part = { seed: 1, most: 10 };

describe("tryMutants()", () => {
  it("counts what the scorer responsible sees", async () => {
    const tally = await tryMutants({ kind: "lie", scorer: "numbers", mutate: lie }, subjects, part);
    expect(tally).toEqual({ kind: "lie", scorer: "numbers", made: 2, right: 2, wrong: [] });
  });

  it("tells what only another saw, or nobody", async () => {
    const { wrong } = await tryMutants(
      { kind: "lie", scorer: "language", mutate: lie },
      subjects.slice(1),
      part,
    );
    expect(wrong).toEqual([{ case: "test/case", reason: "Only numbers saw it." }]);
    const harmless: Mutation = { kind: "same", scorer: "numbers", mutate: ({ answer }) => answer };
    expect((await tryMutants(harmless, subjects, part)).wrong[0]?.reason).toBe("Every scorer let it pass.");
  });

  it("wants what means nothing to pass everywhere", async () => {
    const { right, wrong } = await tryMutants({ kind: "lie", scorer: null, mutate: lie }, subjects, part);
    expect([right, wrong.length]).toEqual([0, 2]);
  });

  it("leaves out what cannot be made, and stops where enough is made", async () => {
    const never = await tryMutants({ kind: "none", scorer: "numbers", mutate: () => null }, subjects, part);
    expect(never.made).toBe(0);
    const one = await tryMutants({ kind: "lie", scorer: "numbers", mutate: lie }, subjects, {
      seed: 1,
      most: 1,
    });
    expect(one.made).toBe(1);
  });
});
