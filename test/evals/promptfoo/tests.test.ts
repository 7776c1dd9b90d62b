import { describe, expect, it } from "vitest";
import { loadCases } from "../../../evals/load-cases.ts";
import { listTests, toTest } from "../../../evals/promptfoo/tests.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("toTest()", () => {
  it("asks the last turn, after the ones before it", () => {
    const [some] = loadCases(knowledge);
    if (!some) throw new Error("no case");
    expect(
      toTest({ ...some, id: "a/b", turns: ["First?", "Second?"], tags: ["fit"], reason: "why" }),
    ).toEqual({
      description: "a/b",
      vars: { case: "a/b", question: "Second?", before: ["First?"] },
      metadata: { tag: ["fit"], reason: "why" },
    });
  });
});

describe("listTests()", () => {
  it("has every case but those with something planted in the documents", () => {
    const cases = loadCases(knowledge);
    const planted = cases.filter((each) => each.planted.length > 0);
    expect(planted.length).toBeGreaterThan(0);
    expect(listTests()).toHaveLength(cases.length - planted.length);
  });
});
