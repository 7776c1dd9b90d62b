import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { PowerMode } from "../../knowledge/schema.ts";
import type { Watts } from "../../knowledge/units.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { generationOf } from "../throughput/closest-assumption.ts";
import { type Range, scaleRange } from "../throughput/range.ts";
import { measuredDraw } from "./measured-draw.ts";

/** Where the watts come from, best first. */
export type DrawEvidence = "measured-here" | "measured-module" | "calibrated" | "formula";

/** What a board draws while it decodes, the budget that caps it, and how that is known. */
export type Draw = {
  watts: Range;
  budget: Budget;
  evidence: DrawEvidence;
  source: string;
  text: string;
};

/** What a mode allows. `reckoned` is true where the mode has no cap and the highest capped one stands in. */
export type Budget = { watts: Watts; mode: string; reckoned: boolean };

/** True for the modes that NVIDIA documents as without a power cap. */
export function isUncapped(mode: PowerMode | null): boolean {
  return mode !== null && /^maxn/i.test(mode.name);
}

/** The budget of a board's mode; undefined where neither this mode nor any other has watts on record. */
export function powerBudget({ record, mode }: Board): Budget | undefined {
  if (mode?.watts !== undefined) return { watts: mode.watts, mode: mode.name, reckoned: false };
  const [highest] = record.powerModes
    .flatMap(({ name, watts }) => (watts === undefined ? [] : [{ name, watts }]))
    .toSorted((a, b) => b.watts - a.watts);
  return mode && highest ? { watts: highest.watts, mode: highest.name, reckoned: true } : undefined;
}

function shareOf({ record }: Board): "decode-power-share" | "decode-power-share-thor" {
  return record.class === "thor" ? "decode-power-share-thor" : "decode-power-share";
}

/** The boards on which the share was measured. */
const measuredGeneration = "orin";

/** A share of the budget with its range; without a cap the budget itself is uncertain. */
function shareOfBudget(budget: Budget, id: string, knowledge: Knowledge): Range {
  const { value, range = [value, value] } = knowledge.assumption(id);
  const share = { low: range[0], expected: value, high: range[1] };
  const plain = scaleRange(share, budget.watts);
  if (!budget.reckoned) return plain;
  const factor = knowledge.assumption("uncapped-mode-factor");
  const [least, most] = factor.range ?? [factor.value, factor.value];
  return { low: plain.low * least, expected: plain.expected * factor.value, high: plain.high * most };
}

function budgetWords({ watts, mode, reckoned }: Budget, asked: string): string {
  return reckoned
    ? `${asked} has no cap; reckoned from ${mode} (${watts} W)`
    : `budget ${watts} W in ${mode}`;
}

/** What a board draws while it decodes: as measured in this configuration, else a share of the mode's budget. */
export function decodeDraw(board: Board, placed: Placed | null, knowledge: Knowledge): Draw | null {
  const budget = powerBudget(board);
  if (!budget) return null;
  const measured = placed && measuredDraw(board, placed, knowledge);
  if (measured) {
    const { isHere, ...draw } = measured;
    return { ...draw, budget, evidence: isHere ? "measured-here" : "measured-module" };
  }
  const id = shareOf(board);
  const isFitted = generationOf(board) === measuredGeneration && !budget.reckoned;
  return {
    watts: shareOfBudget(budget, id, knowledge),
    budget,
    evidence: isFitted ? "calibrated" : "formula",
    source: knowledge.assumption(id).source[0] ?? "own-estimate",
    text: `a share of the mode's budget, which is a cap and not a draw; ${budgetWords(budget, board.mode?.name ?? "")}`,
  };
}

/** What a board draws while it waits for work. */
export function idleDraw(board: Board, knowledge: Knowledge): Range | null {
  const budget = powerBudget(board);
  return budget ? shareOfBudget(budget, "idle-power-share", knowledge) : null;
}
