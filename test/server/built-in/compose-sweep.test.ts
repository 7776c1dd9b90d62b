import { beforeAll, describe, expect, it } from "vitest";
import { cells, columns, display, figures, place, table } from "../../../server/built-in/compose-sweep.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import type { DeviceComparison } from "../../../tools/compare-devices.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

let comparison: DeviceComparison | undefined;

beforeAll(async () => {
  const input = { workloads: [{ model: "llama-3.1-8b" }], devices: ["agx-orin-64gb"] };
  comparison = sortResults([await callTool("compare-devices", input)]).comparisons[0];
});

describe("figures() and cells()", () => {
  it("show a row as its facts display it", () => {
    const row = comparison?.rows[0];
    if (!comparison || !row) throw new Error("no row");
    expect(place(row)).toBe("Jetson AGX Orin 64GB in MAXN");
    expect(cells(comparison, row, 1)).toHaveLength(columns.length);
    expect(cells(comparison, row, 1)[0]).toBe("fits");
    expect(figures(comparison, row, 1)).toContain(`${display(comparison, "headroom", 1)} of headroom`);
    expect(display(comparison, "headroom", 99)).toBe("–");
  });
});

describe("table()", () => {
  it("is Markdown", () => {
    expect(table(["a", "b"], [["1", "2"]])).toBe("| a | b |\n|---|---|\n| 1 | 2 |");
  });
});
