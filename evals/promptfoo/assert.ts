import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import type { Answer } from "../../server/agent/answer.ts";
import { namesOf } from "../../server/check/names.ts";
import { loadCases } from "../load-cases.ts";
import { createJudge } from "../run/judge-answer.ts";
import { usualLimits } from "../scorers/scorers.ts";
import type { Score } from "../trial.ts";

/** What promptfoo hands to an assertion; the answer is that of POST /api/ask, as the provider passed it on. */
const Context = z.object({
  vars: z.object({ case: z.string() }),
  metadata: z.object({
    answer: z.custom<Answer>((value) => typeof value === "object" && value !== null && "toolCalls" in value),
  }),
});

/** A judgement as promptfoo shows it: one part for each scorer. */
type Grade = { pass: boolean; score: number; reason: string; componentResults?: Grade[] };

/** The scores of one answer as a grade: passed where all of them are. */
export function gradeOf(scores: readonly Score[]): Grade {
  const parts = scores.map(({ scorer, passed, reason = "" }) => ({
    pass: passed,
    score: passed ? 1 : 0,
    reason: passed ? `${scorer}: passed` : `${scorer}: ${reason}`,
  }));
  const failed = parts.filter(({ pass }) => !pass);
  return {
    pass: failed.length === 0,
    score: parts.length === 0 ? 1 : 1 - failed.length / parts.length,
    reason: failed.length === 0 ? "All scorers passed." : failed.map(({ reason }) => reason).join("\n"),
    componentResults: parts,
  };
}

/** What every assertion works with; promptfoo keeps this module as long as it runs. */
function openCourt() {
  const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-promptfoo"));
  const cases = new Map(loadCases(knowledge).map((each) => [each.id, each]));
  return { knowledge, cases, judge: createJudge({ names: namesOf(knowledge), limits: usualLimits }) };
}

let court: ReturnType<typeof openCourt> | undefined;

/** Judges an answer of a running server by the scorers of `npm run eval`. */
export async function assertCase(_: string, context: unknown): Promise<Grade> {
  court ??= openCourt();
  const { vars, metadata } = Context.parse(context);
  const asked = court.cases.get(vars.case);
  if (!asked) return { pass: false, score: 0, reason: `There is no case "${vars.case}".` };
  const { scores } = await court.judge(asked, metadata.answer, court.knowledge);
  return gradeOf(scores);
}
