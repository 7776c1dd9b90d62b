import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  formatLeaderboardYaml,
  type LeaderboardRow,
  parseLeaderboard,
  upsertRow,
} from "../../../evals/report/leaderboard.ts";
import { loadYaml, parseYaml } from "../../../knowledge/load.ts";
import { leaderboardRow } from "../../fixtures/eval-run.ts";

const other: LeaderboardRow = { ...leaderboardRow, mode: "free" };

describe("the leaderboard", () => {
  it("reads back as it was written, in the order of names, a row a line", () => {
    const yaml = formatLeaderboardYaml([leaderboardRow, other]);
    expect(parseLeaderboard(parseYaml(yaml))).toEqual([other, leaderboardRow]);
    expect(yaml.match(/^a-model on /gm)).toHaveLength(2);
  });

  it("of this checkout is whole", () => {
    expect(() =>
      parseLeaderboard(loadYaml(join(import.meta.dirname, "../../../evals/leaderboard.yaml"))),
    ).not.toThrow();
  });

  it.each([
    { speed: "fast" },
    { memory: "6 tons" },
    { date: "yesterday" },
    { onGpu: 1.5 },
    { surprise: true },
  ])("refuses a row with %j", (wrong) => {
    expect(() => parseLeaderboard({ row: { ...leaderboardRow, ...wrong } })).toThrow(/the leaderboard/);
  });
});

describe("upsertRow()", () => {
  it("replaces the row of the same model, board and mode, and no other", () => {
    const later = { ...leaderboardRow, date: "2026-12-24" };
    expect(upsertRow([leaderboardRow, other], later)).toEqual([other, later]);
  });

  it("adds the row of another board", () => {
    expect(upsertRow([leaderboardRow], { ...leaderboardRow, board: "Jetson Orin NX 16GB" })).toHaveLength(2);
  });
});
