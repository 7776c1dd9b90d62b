import type { Knowledge } from "../../knowledge/knowledge.ts";
import { sweepInput } from "./plan-compare.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { Reading } from "./reading.ts";

const modes =
  /\b(?:which|what|best|right|optimal)\s+(?:[\w-]+\s+){0,2}(?:power\s+modes?|nvpmodel(?:\s+modes?)?|modes?)\b|\bcompare\s+(?:the\s+|all\s+)?(?:power\s+)?modes\b|\b(?:each|every|all)\s+(?:of\s+the\s+)?power\s+modes?\b/i;

/** True where power modes are to be chosen from, and none is given. */
export function asksModes(question: string): boolean {
  return modes.test(question);
}

/** The models on the boards in every power mode: which mode is a choice between speed and watts. */
export function planModes(
  question: string,
  reading: Reading,
  knowledge: Knowledge,
): PlannedCall[] | undefined {
  const { boards, models, powerMode } = reading;
  if (!asksModes(question) || powerMode || boards.length === 0 || models.length === 0) return undefined;
  const input = { ...sweepInput(reading, knowledge), rankBy: reading.rankBy ?? "fastest", powerModes: "all" };
  return [{ name: "compare-devices", input }];
}
