import { AppError } from "../../knowledge/errors.ts";

/** What a suggestion leads to: a change that makes it fit, another board, a speed, a price … */
export type FollowUpKind =
  | "fix"
  | "fit"
  | "speed"
  | "context"
  | "board"
  | "quantization"
  | "compare"
  | "measured"
  | "price"
  | "runtime";

/** A question that goes on from an answer; it needs no history to be understood. */
export type FollowUp = { kind: FollowUpKind; label: string; question: string };

/** Longer labels do not fit a button. */
export const longestLabel = 40;

/** The words up to where a label ends. */
function shortened(words: string): string {
  if (words.length <= longestLabel) return words;
  const kept = words.slice(0, longestLabel - 1);
  return `${kept.slice(0, Math.max(kept.lastIndexOf(" "), 1)).replace(/[,;:]$/, "")}…`;
}

/** A suggestion, or none where no words hold the question. */
export function suggest(kind: FollowUpKind, label: string, phrase: () => string): FollowUp[] {
  try {
    return [{ kind, label: shortened(label), question: phrase() }];
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** A board as it is spoken of among boards of one kind. */
export function shortName(name: string): string {
  return name.replace(/^Jetson /, "");
}
