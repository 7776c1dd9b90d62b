import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import { namesOf } from "../../server/check/names.ts";
import { loadCases } from "../load-cases.ts";
import { createJudge } from "../run/judge-answer.ts";
import { createAdvisorOpener } from "../run/open-advisor.ts";
import { runTrial } from "../run/run-trial.ts";
import { usualLimits } from "../scorers/scorers.ts";

// The cases as plain tests: npm run eval:vitest, of one theme with -t co-tenants. JETSON_ADVISOR_MODEL and
// JETSON_ADVISOR_ENDPOINT choose who answers; without them the built-in answerer does.
const { JETSON_ADVISOR_MODEL: model = "built-in", JETSON_ADVISOR_ENDPOINT: endpoint } = process.env;
const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-eval-tests"));
const setUp = { model, mode: "guided", checked: true, ...(endpoint !== undefined && { endpoint }) } as const;
const parts = {
  knowledge,
  openAdvisor: createAdvisorOpener(setUp, knowledge),
  judge: createJudge({ names: namesOf(knowledge), limits: usualLimits }),
  timeoutMs: usualLimits.durationMs,
};

describe(`the cases, answered by ${model}`, () => {
  it.each(loadCases(knowledge))("$id", async (each) => {
    const trial = await runTrial(each, 1, parts);
    if (trial.status === "error") throw new Error(`${trial.error.code}: ${trial.error.message}`);
    expect(trial.scores.filter(({ passed }) => !passed)).toEqual([]);
  });
});
