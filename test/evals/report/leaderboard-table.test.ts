import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseLeaderboard } from "../../../evals/report/leaderboard.ts";
import { formatLeaderboard } from "../../../evals/report/leaderboard-table.ts";
import { loadYaml } from "../../../knowledge/load.ts";
import { leaderboardRow } from "../../fixtures/eval-run.ts";

const folder = join(import.meta.dirname, "../../../evals");

describe("formatLeaderboard()", () => {
  it("says that nobody has been evaluated rather than show an empty table", () => {
    expect(formatLeaderboard([])).toContain("No model has been evaluated yet.");
  });

  it("shows what a model does checked and alone", () => {
    const [, line = ""] = /^(\| a-model .*)$/m.exec(formatLeaderboard([leaderboardRow])) ?? [];
    expect(line).toContain("| 90.0 % (59.6–98.2) | 50.0 % (23.7–76.3), 2 errors | 41 tok/s |");
    expect(line).toContain("| 6.10 GB, 93.0 % on the GPU | 80.0 % | 12.5 | 10 × 1 |");
  });

  it("says what is unknown", () => {
    const unknown = formatLeaderboard([{ ...leaderboardRow, memory: null, onGpu: null, speed: null }]);
    expect(unknown).toContain("| unknown | unknown |");
  });

  it("has the best first, and of equals the faster", () => {
    const rows = [
      { ...leaderboardRow, model: "slow", speed: "9.5 tok/s" },
      { ...leaderboardRow, model: "fast", speed: "41 tok/s" },
      { ...leaderboardRow, model: "best", checked: { right: 1, cases: 10, errors: 0 } },
    ];
    const order = [...formatLeaderboard(rows).matchAll(/^\| (\w+) \| Jetson/gm)].map(([, model]) => model);
    expect(order).toEqual(["best", "fast", "slow"]);
  });

  it("sets rows on other cases than the latest apart", () => {
    const old = { ...leaderboardRow, model: "old", date: "2026-01-01", casesHash: "old" };
    const [current = "", earlier = ""] = formatLeaderboard([old, leaderboardRow]).split(
      "## On earlier cases",
    );
    expect(current).toContain("| a-model |");
    expect(earlier).toContain("| old |");
    expect(earlier).not.toContain("| a-model |");
  });

  it("is what the page of this checkout says", () => {
    const rows = parseLeaderboard(loadYaml(join(folder, "leaderboard.yaml")));
    expect(readFileSync(join(folder, "leaderboard.md"), "utf8")).toBe(formatLeaderboard(rows));
  });
});
