import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Knowledge, openKnowledge } from "../../knowledge/knowledge.ts";
import { namesOf } from "../../server/check/names.ts";
import { answerCases, questions } from "./answers.ts";
import { phrasedCases } from "./corpus.ts";
import { formatReport, formatTables, missedBars, totalsOf } from "./report.ts";
import { type Scored, scoreCase } from "./score.ts";

/** Fixed, so that a run repeats. */
const seed = 20261128;

/** Checks the whole corpus, or the part of it that so many scenarios and questions make. */
export async function evaluateChecker(
  knowledge: Knowledge,
  part: { scenarios?: number; questions?: number } = {},
): Promise<Scored[]> {
  const names = namesOf(knowledge);
  const asked = questions.slice(0, part.questions ?? questions.length);
  const cases = [
    ...(await phrasedCases(knowledge, names, seed, part.scenarios)),
    ...(await answerCases(asked, knowledge, names, seed)),
  ];
  return cases.map(scoreCase);
}

if (import.meta.main) {
  const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-checker"));
  const scored = await evaluateChecker(knowledge);
  writeFileSync(join(import.meta.dirname, "report.md"), formatReport(scored));
  const missed = missedBars(totalsOf(scored));
  process.stdout.write(
    `${formatTables(scored)}\n\n${missed.length === 0 ? "All bars are reached." : missed.join("\n")}\n`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
}
