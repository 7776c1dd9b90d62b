import { describe, expect, it } from "vitest";
import { auditClaims } from "../../../evals/audit/audit.ts";
import { auditReport, auditSummary } from "../../../evals/audit/report.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const audited = await auditClaims(knowledge);

describe("auditReport()", () => {
  const report = auditReport(audited);

  it("names each figure above the ceiling with the arithmetic, and who disagrees with the others", () => {
    expect(report).toContain("102.4 GB/s ÷ 2.47 GB a pass = 41.43 tok/s at most; 55 tok/s is 1.33 × that.");
    expect(report).toContain(
      "On record Jetson AGX Orin 64GB has 204.8 GB/s (bandwidth); claimed are 273 GB/s",
    );
    expect(report).toMatch(/\| bm-thor-memory \|.*edge-llm-decision-framework says 128 GB/);
  });

  it("is the same each time", async () => {
    expect(auditReport(await auditClaims(knowledge))).toBe(report);
  });

  it("has tables that hold together: as many cells in each row as in the head", () => {
    const tables = report.split("\n\n").filter((block) => block.startsWith("|"));
    expect(tables.length).toBeGreaterThan(4);
    for (const rows of tables.map((block) => block.trim().split("\n")))
      expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size).toBe(1);
  });
});

describe("auditSummary()", () => {
  it("counts figures by document and verdict", () => {
    const lines = auditSummary(audited).split("\n");
    expect(lines).toHaveLength(2 + 5 + 1);
    expect(lines.at(-1)).toMatch(new RegExp(`^\\| all \\| ${audited.length} \\|`));
  });
});
