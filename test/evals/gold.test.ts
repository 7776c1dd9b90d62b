import { describe, expect, it } from "vitest";
import { type Case, WrittenCase } from "../../evals/case.ts";
import { goldOf, statedFacts } from "../../evals/gold.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

/** A case that expects this. */
function caseOf(expectation: object): Case {
  const { ask, tags, each, wordings, reason, planted, ...expects } = WrittenCase.parse({
    ask: "?",
    ...expectation,
  });
  return { id: "some/case", tags, turns: ask, planted, reason, expects };
}

const fitOn = (device: string) => ({ "memory-fit": { device, workloads: [{ model: "qwen3-8b" }] } });

describe("goldOf()", () => {
  it("gives what the tools give for the calls of the case, in their order", async () => {
    const gold = await goldOf(caseOf({ calls: [fitOn("orin-nx-16gb"), fitOn("orin-nano-8gb")] }), knowledge);
    expect(gold.map(({ output }) => output)).toMatchObject([
      { verdict: "fits" },
      { verdict: "does-not-fit" },
    ]);
  });

  it("says which case is wrong where the tool refuses its call", async () => {
    await expect(goldOf(caseOf({ calls: [fitOn("orin-nx")] }), knowledge)).rejects.toThrow(
      /^Cannot use the eval case "some\/case": Cannot tell which device "orin-nx" means/,
    );
  });

  it("says which fact no call gives", async () => {
    const wrong = caseOf({ calls: [fitOn("orin-nx-16gb")], states: ["2.headroom"] });
    await expect(goldOf(wrong, knowledge)).rejects.toThrow('no call of it gives the fact "2.headroom"');
  });
});

describe("statedFacts()", () => {
  it("takes an id without a call for each call that has it", async () => {
    const both = caseOf({ calls: [fitOn("orin-nx-16gb"), fitOn("thor-t5000")], states: ["headroom"] });
    const gold = await goldOf(both, knowledge);
    expect(statedFacts(both, gold)).toEqual(["1.headroom", "2.headroom"]);
    const second = { ...both, expects: { ...both.expects, states: ["2.headroom"] } };
    expect(statedFacts(second, gold)).toEqual(["2.headroom"]);
  });
});
