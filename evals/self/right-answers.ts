import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Advisor } from "../../server/agent/advisor.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../server/backends/built-in.ts";
import type { Turn } from "../../server/built-in/turn.ts";
import { namesOf } from "../../server/check/names.ts";
import type { Case } from "../case.ts";
import { goldOf } from "../gold.ts";
import { plantPassages } from "../planted.ts";
import { scoreAnswer } from "../scorers/score-answer.ts";
import type { Subject } from "../scorers/scorer.ts";
import { usualLimits } from "../scorers/scorers.ts";
import { subjectOf } from "../scorers/subject.ts";

/** Asks the turns of a case one after the other; the last is the answer. */
export async function askCase({ turns }: Case, advisor: Advisor) {
  const history: Turn[] = [];
  const [last = "", ...before] = turns.toReversed();
  for (const text of before.reverse()) {
    const { answer } = await advisor.ask(text, { history });
    history.push({ role: "user", text }, { role: "assistant", text: answer });
  }
  return await advisor.ask(last, { history });
}

/** What the built-in answerer makes of a case, ready to be scored. */
export function createBuiltInSubjects(knowledge: Knowledge): (asked: Case) => Promise<Subject> {
  const names = namesOf(knowledge);
  return async (asked) => {
    const planted = plantPassages(knowledge, asked.planted);
    const advisor = createAdvisor(createBuiltInBackend(), planted, () => 0);
    const [gold, answer] = [await goldOf(asked, planted), await askCase(asked, advisor)];
    return subjectOf({ case: asked, gold, answer }, { names, knowledge: planted, limits: usualLimits });
  };
}

/** Subjects whose answer every scorer lets pass: only what is right can be made wrong in one thing. */
export async function rightAnswers(cases: readonly Case[], knowledge: Knowledge): Promise<Subject[]> {
  const answered = createBuiltInSubjects(knowledge);
  const right: Subject[] = [];
  for (const asked of cases) {
    const subject = await answered(asked);
    if (scoreAnswer(subject).every(({ passed }) => passed)) right.push(subject);
  }
  return right;
}
