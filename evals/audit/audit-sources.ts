import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import { auditClaims } from "./audit.ts";
import { auditReport, auditSummary } from "./report.ts";

/** Checks every figure of the documents, writes the report to a file and gives the summary. */
export async function auditSources(reportPath: string): Promise<string> {
  const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-audit"));
  const audited = await auditClaims(knowledge);
  writeFileSync(reportPath, auditReport(audited));
  return auditSummary(audited);
}

if (import.meta.main) {
  const path = join(import.meta.dirname, "report.md");
  process.stdout.write(`${await auditSources(path)}\n\nReport: ${path}\n`);
}
