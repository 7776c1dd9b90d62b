import { expect, it } from "vitest";
import { benignMutations } from "../../../evals/self/benign.ts";
import { tryMutants } from "../../../evals/self/try-mutants.ts";
import { mutantSubjects } from "../../fixtures/mutant-subjects.ts";

const subjects = await mutantSubjects();

it.each(benignMutations.map((mutation) => [mutation.kind, mutation] as const))(
  "%s is let pass by every scorer",
  async (_, mutation) => {
    const { made, wrong } = await tryMutants(mutation, subjects, { seed: 1, most: 5 });
    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(0);
  },
);
