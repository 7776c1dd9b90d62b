import type { Score } from "../trial.ts";
import type { Subject } from "./scorer.ts";
import { scorers } from "./scorers.ts";

/** The judgement of each scorer that the case asks for. */
export function scoreAnswer(subject: Subject): Score[] {
  return scorers.flatMap(({ name, score }): Score[] => {
    const judgement = score(subject);
    return judgement ? [{ scorer: name, ...judgement }] : [];
  });
}
