import { describe, expect, it } from "vitest";
import { heatTable } from "../../../../evals/report/html/heat-table.ts";
import { statisticsOf } from "../../../../evals/report/statistics.ts";
import { runOf, scoredTrial } from "../../../fixtures/eval-run.ts";

const many = Array.from({ length: 300 }, (_, index) =>
  scoredTrial(`case-${index}`, { verdict: index > 0, tools: index === 0 }, { tags: ["fit"] }),
);
const other = scoredTrial("other", { verdict: true }, { tags: ["speed"] });
const page = String(await heatTable(statisticsOf(runOf([...many, other]))));
const cell = (tag: string, scorer: string) =>
  new RegExp(
    `<td class="(\\w+)"><a href="#cases" data-tag="${tag}" data-scorer="${scorer}"[^>]*>(\\d+)</a>`,
  ).exec(page);

describe("heatTable()", () => {
  it("says 100 only of all and 0 only of none", () => {
    expect(cell("fit", "verdict")?.slice(1)).toEqual(["most", "99"]);
    expect(cell("fit", "tools")?.slice(1)).toEqual(["few", "1"]);
    expect(cell("speed", "verdict")?.slice(1)).toEqual(["all", "100"]);
    expect(cell("fit", "")?.slice(1)).toEqual(["few", "0"]);
  });

  it("leaves a cell empty where nothing was asked", () => {
    expect(cell("speed", "tools")).toBeNull();
    expect(page).toContain('<td class="none">·</td>');
  });
});
