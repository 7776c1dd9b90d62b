import { describe, expect, it } from "vitest";
import { citationsScorer } from "../../../evals/scorers/citations.ts";
import { faultOf, judge, searchCase, subjectFor } from "../../fixtures/eval-subject.ts";

const search = await subjectFor(searchCase.ask, searchCase.expects);
const { answer: text, citations } = search.answer;
const [first] = citations;
const changed = (change: object) => ({
  citations: citations.map((each) => (each === first ? { ...each, ...change } : each)),
});

describe("citationsScorer", () => {
  it("lets the right answer pass, and says nothing where nothing is cited", async () => {
    expect(citations.length).toBeGreaterThan(0);
    expect(await faultOf(citationsScorer, search)).toBe("");
    expect(await judge(citationsScorer, await subjectFor("Thanks!"))).toBeUndefined();
  });

  it.each([
    ["a marker without a citation", { citations: citations.slice(1) }],
    ["a citation without a marker", { answer: text.replaceAll(" [1]", "") }],
    ["a passage that is altered", changed({ text: `${first?.text} And more.` })],
    ["a passage that nobody wrote", changed({ passage: "vlm-sizing-2026#made-up" })],
    ["another source", changed({ source: "made-up" })],
    ["an amount that its passage does not hold", { answer: `${text}\n\nIt needs 987 GB. [1]` }],
  ])("sees %s", async (_, change) => {
    expect(await faultOf(citationsScorer, search, change)).not.toBe("");
  });

  it("misses the document that has to be cited", async () => {
    const wanting = await subjectFor(searchCase.ask, { ...searchCase.expects, cites: ["no-such-document"] });
    expect(await faultOf(citationsScorer, wanting)).toBe("It does not cite no-such-document.");
  });
});
