import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditSources } from "../../../evals/audit/audit-sources.ts";

it("auditSources() writes the report and gives its summary", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "audit-")), "report.md");
  const summary = await auditSources(path);
  expect(summary).toContain("| edge-llm-benchmark-2026 |");
  const report = readFileSync(path, "utf8");
  expect(report.startsWith("# Audit of the sources\n")).toBe(true);
  expect(report).toContain(summary);
});
