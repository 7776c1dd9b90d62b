import { describe, expect, it } from "vitest";
import { appendixOf, appendixView } from "../../../../evals/report/html/appendix.ts";
import { errorTrial, runOf, scoredTrial, trace } from "../../../fixtures/eval-run.ts";

const run = runOf([scoredTrial("a", {}), scoredTrial("b", {}), errorTrial("c")]);

describe("appendixOf()", () => {
  it("holds once what two answers share", () => {
    const { passages, allGrounds } = appendixOf(run);
    expect(passages).toHaveLength(1);
    expect(allGrounds).toHaveLength(3);
  });

  it("knows where each passage and the grounds of each claim are", () => {
    const appendix = appendixOf(run);
    expect(trace.citations.map(appendix.passage)).toEqual(["p-0"]);
    expect(trace.claims.map((claim) => appendix.grounds(claim, trace))).toEqual(["g-0", "g-1", "g-2"]);
  });
});

describe("appendixView()", () => {
  it("has an element for each, with its text as text", async () => {
    const citations = [{ id: "1", title: "<b>", text: "a & b" }];
    const page = String(
      await appendixView(appendixOf(runOf([scoredTrial("a", {}, { trace: { citations } })]))),
    );
    expect(page).toContain('id="p-0"><h4>&lt;b&gt;</h4><p>a &amp; b</p>');
    expect(page).toContain('<p id="g-0"><b>7.36 GB</b> headroom');
  });
});
