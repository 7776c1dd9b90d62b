import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import type { Case } from "../case.ts";
import { loadCases } from "../load-cases.ts";

type PromptfooTest = {
  description: string;
  vars: { case: string; question: string; before: string[] };
  metadata: { tag: string[]; reason: string };
};

/** A case as promptfoo has it: the last turn is the prompt, and an id leads back to what is expected. */
export function toTest({ id, turns, tags, reason }: Case): PromptfooTest {
  return {
    description: id,
    vars: { case: id, question: turns.at(-1) ?? "", before: turns.slice(0, -1) },
    metadata: { tag: tags, reason },
  };
}

/** Every case that a running server can be asked; what is planted in documents is not in those it reads. */
export function listTests(): PromptfooTest[] {
  const cases = loadCases(openKnowledge(join(tmpdir(), "jetson-advisor-promptfoo")));
  return cases.filter(({ planted }) => planted.length === 0).map(toTest);
}
