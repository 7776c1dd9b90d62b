import { describe, expect, it } from "vitest";
import { appendixOf } from "../../../../evals/report/html/appendix.ts";
import { caseList } from "../../../../evals/report/html/case-list.ts";
import { caseResults } from "../../../../evals/report/outcome.ts";
import { errorTrial, runOf, scoredTrial } from "../../../fixtures/eval-run.ts";

const run = runOf([
  scoredTrial("a", { verdict: true }, { tags: ["fit"] }),
  scoredTrial("b", { verdict: false }, { tags: ["speed"] }),
  errorTrial("c"),
  scoredTrial("d", { verdict: true }, { trial: 2 }),
  errorTrial("d"),
]);
const page = String(await caseList(caseResults(run), ["verdict"], appendixOf(run)));

describe("caseList()", () => {
  it("has what failed first, then errors, then what passed", () => {
    expect([...page.matchAll(/id="case-(\w)"/g)].map(([, id]) => id)).toEqual(["b", "c", "a", "d"]);
  });

  it("counts the cases behind each choice; one with an error in one trial is among the errors too", () => {
    const counts = [...page.matchAll(/<span>(\w+) <b>(\d)<\/b>/g)].map(([, name, count]) => [name, count]);
    expect(counts).toEqual([
      ["All", "4"],
      ["Failed", "1"],
      ["Flaky", "0"],
      ["Errors", "2"],
      ["Passed", "2"],
    ]);
  });

  it("offers every scorer and tag", () => {
    for (const name of ["verdict", "fit", "speed"])
      expect(page).toContain(`<option value="${name}">${name}</option>`);
  });
});
