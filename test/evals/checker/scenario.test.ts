import { describe, expect, it } from "vitest";
import { createScenario } from "../../../evals/checker/scenario.ts";
import { names } from "../../fixtures/check-evidence.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("createScenario()", () => {
  it("knows facts and verdicts of every pair, and what was retrieved", async () => {
    const { truth, evidence, passages } = await createScenario(
      ["orin-nx-16gb", "orin-nx-8gb"],
      ["llama-3.1-8b"],
      knowledge,
      names,
    );
    expect(truth.verdicts.map(({ verdict }) => verdict)).toEqual(["fits", "does-not-fit"]);
    expect(truth.facts.filter(({ quantity }) => quantity === "needed")).toHaveLength(2);
    expect(truth.all).toEqual(evidence.facts);
    expect([...truth.passages]).toEqual(passages.map(({ id }) => id));
  });
});
