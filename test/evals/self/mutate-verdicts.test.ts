import { expect, it } from "vitest";
import { verdictMutations } from "../../../evals/self/mutate-verdicts.ts";
import { tryMutants } from "../../../evals/self/try-mutants.ts";
import { mutantSubjects } from "../../fixtures/mutant-subjects.ts";

const subjects = await mutantSubjects();

it.each(verdictMutations.map((mutation) => [mutation.kind, mutation] as const))(
  "%s is seen by the scorer responsible",
  async (_, mutation) => {
    const { made, wrong } = await tryMutants(mutation, subjects, { seed: 1, most: 5 });
    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(0);
  },
);
