import { describe, expect, it } from "vitest";
import { statisticsOf } from "../../../evals/report/statistics.ts";
import { errorTrial, runOf, scoredTrial } from "../../fixtures/eval-run.ts";

const right = { verdict: true, tools: true };
const wrong = { verdict: false, tools: true };
const trials = [
  ...[1, 2].map((trial) => scoredTrial("fit/always", right, { trial, tags: ["fit"] })),
  ...[1, 2].map((trial) => scoredTrial("fit/never", wrong, { trial, tags: ["fit", "hard"] })),
  scoredTrial("speed/flaky", right, { trial: 1, tags: ["speed"] }),
  scoredTrial("speed/flaky", wrong, { trial: 2, tags: ["speed"] }),
  scoredTrial("speed/once", right, { trial: 1, tags: ["speed"] }),
  errorTrial("speed/once", "llm-timeout", 2, ["speed"]),
  errorTrial("docs/error", "llm-timeout", 1, ["docs"]),
  errorTrial("docs/error", "crashed", 2, ["docs"]),
];
const statistics = statisticsOf(runOf(trials, { cases: 6 }));

describe("statisticsOf()", () => {
  it("takes pass@1 over the cases that were scored: (1 + 0 + 1/2 + 1) ÷ 4", () => {
    expect(statistics.passAtOne).toMatchObject({ share: 0.625, passed: 4, scored: 7, cases: 4 });
  });

  it("takes pass^2 over the cases that were scored twice: (1 + 0 + 0) ÷ 3", () => {
    expect(statistics.passPower).toEqual([
      { k: 1, share: 0.625, cases: 4 },
      { k: 2, share: 1 / 3, cases: 3 },
    ]);
  });

  it("tells stable cases from flaky ones, and says nothing of a case scored once", () => {
    expect(statistics.stable).toEqual({ passed: 1, failed: 1 });
    expect(statistics.flaky).toEqual(["speed/flaky"]);
  });

  it("counts errors apart, the most frequent first, and what is missing", () => {
    expect(statistics.errors).toEqual([
      { code: "llm-timeout", count: 2 },
      { code: "crashed", count: 1 },
    ]);
    expect(statistics).toMatchObject({ cases: 5, trials: 10, scored: 7, missing: 2 });
  });

  it("has every scorer with its share, and every tag with its own", () => {
    expect(statistics.scorers.map(({ scorer, rate }) => [scorer, rate.share])).toEqual([
      ["verdict", 0.625],
      ["tools", 1],
    ]);
    expect(statistics.tags.map(({ tag, rate }) => [tag, rate.share, rate.cases])).toEqual([
      ["fit", 0.5, 2],
      ["hard", 0, 1],
      ["speed", 0.75, 2],
    ]);
  });

  it("has no shares for a run of nothing but errors", () => {
    const empty = statisticsOf(runOf([errorTrial("a")]));
    expect(empty).toMatchObject({ passAtOne: undefined, passPower: [], scorers: [], scored: 0, missing: 0 });
  });
});
