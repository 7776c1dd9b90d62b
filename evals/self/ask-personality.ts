import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Mode } from "../../server/agent/answer.ts";
import { verdictsOf } from "../../server/agent/assemble.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createOpenAICompatibleBackend } from "../../server/backends/openai-compatible.ts";
import { checkText } from "../../server/check/check.ts";
import { scoreAnswer } from "../scorers/score-answer.ts";
import type { Subject } from "../scorers/scorer.ts";
import { subjectOf } from "../scorers/subject.ts";
import { wrongVerdicts } from "../scorers/verdict.ts";
import type { Score } from "../trial.ts";
import { believeText } from "./believe.ts";
import type { Brain } from "./model-server/brain.ts";
import { startOllamaServer } from "./model-server/ollama-server.ts";
import { askCase } from "./right-answers.ts";

/** How a personality is asked. */
export type Manner = { mode: Mode; isChecked: boolean };

/** One case answered behind a personality: the scores, and what in it was wrong and not marked so. */
export type Asked = {
  case: string;
  scores: Score[];
  degraded: boolean;
  /** Wrong verdicts and numbers that the user was shown as if they were right. */
  shown: string[];
};

const model = "personality:1b";

/** What is wrong in an answer and does not stand as unverified in its own report. */
function shownWrong({ answer, checked, gold }: Subject): string[] {
  const marked = new Set(answer.check.unverified.map(({ start }) => start));
  const unmarked = checked.unverified.filter(({ kind, start }) => kind !== "citation" && !marked.has(start));
  return [...unmarked.map(({ text }) => text), ...wrongVerdicts(verdictsOf(gold), answer)];
}

/** Asks cases with a personality as the model, over HTTP, as Ollama would serve it. */
export async function askPersonality(
  brain: Brain,
  subjects: readonly Subject[],
  { mode, isChecked }: Manner,
  knowledge: Knowledge,
): Promise<Asked[]> {
  const models = [{ name: model, capabilities: ["completion", "tools"], loadedContext: 16_384 }];
  const server = await startOllamaServer({ brain, models });
  try {
    const backend = createOpenAICompatibleBackend({ endpoint: server.endpoint, model });
    const check = isChecked ? checkText : believeText;
    const advisor = createAdvisor(backend, knowledge, () => 0, { mode, check });
    const asked: Asked[] = [];
    for (const right of subjects) {
      const answer = await askCase(right.case, advisor);
      const subject = await subjectOf({ ...right, answer }, right);
      const scores = scoreAnswer(subject);
      asked.push({
        case: right.case.id,
        scores,
        degraded: answer.degraded,
        shown: shownWrong(subject),
      });
    }
    return asked;
  } finally {
    await server.close();
  }
}
