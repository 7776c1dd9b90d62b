import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../evals/backtest/hold-out.ts";
import type { Prepared } from "../../../evals/backtest/quantity.ts";
import { formatReport } from "../../../evals/backtest/report.ts";

const prepared: Prepared[] = [
  {
    quantity: { id: "q", title: "Speed", unit: "tok/s", bar: { medianError: 0.1 }, fitted: true },
    tests: [],
  },
];
const outcome = (expected: number): Outcome => ({
  quantity: "q",
  own: { id: "a", model: "m", source: "s", label: "a run", measured: 10 },
  estimated: { expected, ceiling: 20 },
  peers: { theirs: 20 },
});

describe("formatReport()", () => {
  const report = formatReport(prepared, { model: [outcome(11)], source: [outcome(21)] });

  it("has a table for each kind of fold, with the estimates above the ceiling counted", () => {
    const [, model = "", source = ""] = report.split(/^## Leave one (?:model|source) out$/m);
    expect(model).toContain("| Speed | 1 | 10.0 % |");
    expect(model).toContain("above the physical ceiling: 0");
    expect(source).toContain("**missed**");
    expect(source).toContain("above the physical ceiling: 1");
  });

  it("shows the plot, the others' formulas and what was furthest off", () => {
    expect(report).toContain("(plot.svg)");
    expect(report).toContain("| Speed | theirs | 1 | 100.0 % | 10.0 % | 10.0× |");
    expect(report).toContain("| Speed | a | a run |");
  });
});
