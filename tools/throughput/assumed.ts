import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isArchitectureKnown } from "../formulas/estimated-architecture.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { acceptedTokens } from "./pass.ts";

/** Tokens of a prompt that nobody states. */
export const defaultPromptTokens = 512;

/** Without its acceptance a speculative speed rests on an assumption, which is said. */
function speculationAssumption({ speculation, subject }: Placed, knowledge: Knowledge): string[] {
  if (!speculation || speculation.acceptedTokensPerPass !== undefined) return [];
  return [
    `${subject.name}: ${acceptedTokens({ speculation }, knowledge)} tokens accepted a pass, which depends on the draft and the text`,
  ];
}

/** What was filled in to estimate a speed, in words. */
export function assumptionsOf(
  board: Board,
  placed: Placed,
  promptTokens: number | undefined,
  others: readonly string[],
  knowledge: Knowledge,
): string[] {
  return [
    ...board.assumptions,
    ...placed.assumptions,
    ...(promptTokens === undefined ? [`${defaultPromptTokens} prompt tokens`] : []),
    ...(placed.language && !isArchitectureKnown(placed.language)
      ? [`${placed.subject.name}: architecture unknown, the interval is wide`]
      : []),
    ...speculationAssumption(placed, knowledge),
    ...others,
  ];
}
