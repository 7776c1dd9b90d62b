import { fold } from "../../server/check/fold.ts";
import { segmentsOf } from "../../server/check/layout.ts";
import type { Names } from "../../server/check/names.ts";
import type { Decision } from "../../tools/decision-tree.ts";
import { ownAmounts } from "./own-amounts.ts";

/** Boards as they are named in a sentence, each by the module on it. */
function boardsIn(sentence: string, { names: known }: Decision, names: Names): Set<string> {
  const mentioned = names.find(sentence).flatMap(({ kind, ids }) => (kind === "board" ? ids : []));
  // What is advised need not be a Jetson, and so need not be a board on record.
  const spelled = Object.entries(known).filter(([, name]) => sentence.includes(fold(name)));
  return new Set([...mentioned, ...spelled.map(([id]) => id)].map(names.moduleOf));
}

const advises = /\b(?:take|advis\w+|recommend\w*|choose|lead to|pick|go (?:for|with)|best|buy)\b/i;

/**
 * The first sentence that names one of the boards to choose from has to name the one that the rules lead to, or else a
 * sentence that advises has to. Sentences with figures hold boards against each other; they count only where no others
 * name any.
 */
export function advisedBoard(decision: Decision, text: string, names: Names): string[] {
  const { platform, alternatives } = decision;
  const right = names.moduleOf(platform);
  const choices = new Set([platform, ...alternatives].map(names.moduleOf));
  const folded = fold(text);
  const naming = segmentsOf(folded)
    .map(({ start, end }) => folded.slice(start, end))
    .map((sentence) => ({ sentence, boards: boardsIn(sentence, decision, names) }))
    .filter(({ boards }) => [...boards].some((board) => choices.has(board)));
  const first = naming.find(({ sentence }) => ownAmounts(sentence, names).length === 0) ?? naming[0];
  const wanted = decision.names[platform] ?? platform;
  if (!first) return [`It does not advise ${wanted}.`];
  const isAdvised = naming.some(({ sentence, boards }) => advises.test(sentence) && [...boards][0] === right);
  return first.boards.has(right) || isAdvised
    ? []
    : [`It names another board before ${wanted}, which is advised.`];
}
