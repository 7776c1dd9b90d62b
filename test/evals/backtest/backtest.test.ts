import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { backtest } from "../../../evals/backtest/backtest.ts";
import { prepare } from "../../../evals/backtest/quantity.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

it("backtest() writes what left-out runs show, and a plot of the speeds among them", async () => {
  const own = (id: string, measured: number) => ({ id, model: id, source: id, label: `run ${id}`, measured });
  const quantity = {
    id: "speed",
    title: "Speed",
    unit: "tok/s" as const,
    bar: { medianError: 0.2 },
    fitted: false,
    cases: () => [own("a", 10), own("b", 20)],
    estimate: async () => ({ expected: 11 }),
    peers: {},
  };
  const folder = mkdtempSync(join(tmpdir(), "backtest-"));
  const report = await backtest(knowledge, [prepare(quantity, knowledge)], [], folder);
  expect(readFileSync(join(folder, "report.md"), "utf8")).toBe(report);
  expect(report.match(/^\| Speed \| 2 \| 27\.5 % .*\*\*missed\*\*/gm)).toHaveLength(2);
  expect(readFileSync(join(folder, "plot.svg"), "utf8")).toContain("measured: 10; estimated: 11");
});
