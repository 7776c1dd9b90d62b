import type { Knowledge } from "../../knowledge/knowledge.ts";
import { planOpinion } from "./plan-choice.ts";
import { isLanguage, planFit, workloadsOf } from "./plan-fit.ts";
import type { PlannedCall } from "./planned-call.ts";
import type { ModelMention } from "./read-models.ts";
import type { Reading } from "./reading.ts";

/** What is tried where a question of contexts names no format or engine. */
const defaultFormat = "q4-k-m";
const defaultRuntime = "llama-cpp";
const mostPlans = 50;

/** What every sweep takes from a question. */
export function sweepInput(reading: Reading, knowledge: Knowledge): Record<string, unknown> {
  const { boards, headless, rankBy, watts, dollars, promptTokens, minimumTokensPerSecond } = reading;
  return {
    workloads: workloadsOf(reading, knowledge).map(({ workload }) => workload),
    ...(boards.length > 0 && { devices: boards }),
    ...(headless && { os: "headless" }),
    ...(rankBy && { rankBy }),
    ...(watts !== undefined && { powerBudgetWatts: watts }),
    ...(dollars !== undefined && { budgetUsd: dollars }),
    ...(promptTokens && { promptTokens }),
    ...(minimumTokensPerSecond && { minimumTokensPerSecond }),
  };
}

/** Formats and engines that a question weighs are varied; one alone is what it states. */
function planSystemCall(reading: Reading, knowledge: Knowledge): PlannedCall {
  const { quantizations, runtimes } = reading;
  const weighed = {
    ...(quantizations.length > 1 && { quantizations }),
    ...(runtimes.length > 1 && { runtimes }),
  };
  const stated = {
    ...reading,
    quantizations: quantizations.length > 1 ? [] : quantizations,
    runtimes: runtimes.length > 1 ? [] : runtimes,
  };
  return { name: "plan-system", input: { ...sweepInput(stated, knowledge), ...weighed } };
}

/** Contexts tried: doubled from here to what the model was trained for, or to the end where nobody says. */
const contexts = { first: 4096, unknownLast: 131_072 } as const;

function contextsOf({ reference }: ModelMention, knowledge: Knowledge): number[] {
  const record = typeof reference === "string" ? knowledge.models.find(reference)?.entry.value : undefined;
  const last = (record && "maxContext" in record ? record.maxContext : undefined) ?? contexts.unknownLast;
  const doubled = Array.from({ length: 12 }, (_, step) => contexts.first * 2 ** step);
  return [...doubled.filter((tokens) => tokens < last), last];
}

/** The longest context of a model on each board named: a sweep of contexts and cache types in one format. */
function planContexts(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const first = reading.models.find((model) => isLanguage(model, knowledge));
  if (!first) return [];
  const { contextTokens: _, ...rest } = reading;
  const usual = { quantizations: rest.quantizations.slice(0, 1), runtimes: rest.runtimes.slice(0, 1) };
  return reading.boards.map((device) => {
    const { workloads, ...others } = sweepInput({ ...rest, ...usual, boards: [device] }, knowledge);
    const quantizations = usual.quantizations.length > 0 ? usual.quantizations : [defaultFormat];
    const runtimes = usual.runtimes.length > 0 ? usual.runtimes : [defaultRuntime];
    const tried = {
      rankBy: "headroom",
      contexts: contextsOf(first, knowledge),
      quantizations,
      runtimes,
      limit: mostPlans,
    };
    return { name: "plan-system", input: { workloads, ...others, ...tried } };
  });
}

/** The decision tree knows the cheapest board for one model; for several, or by another wish, boards are tried. */
function ranksBoards({ rankBy, board, boards, models, ofAll }: Reading): boolean {
  if (rankBy === undefined || boards.length === 1) return false;
  const isOpen = board || boards.length > 1;
  return isOpen && (ofAll || rankBy !== "cheapest" || models.length > 1 || boards.length > 1);
}

/** Calls for a question that ranks boards, compares them, or wants the best settings; none for any other. */
export function planCompare(reading: Reading, knowledge: Knowledge): PlannedCall[] {
  const { models, boards, powerMode, wantsSystem, wantsSettings, comparesBoards } = reading;
  if (models.length === 0) return [];
  if (reading.wantsContext && boards.length > 0) return planContexts(reading, knowledge);
  if (powerMode !== undefined) return [];
  const hasLanguage = models.some((model) => isLanguage(model, knowledge));
  // A board is fast enough or not with its engine and format, so both are tried.
  const wantsSpeed = reading.board && reading.minimumTokensPerSecond !== undefined;
  if (hasLanguage && (wantsSystem || wantsSettings || wantsSpeed))
    return [planSystemCall(reading, knowledge), ...planOpinion(reading, knowledge)];
  const comparison: PlannedCall = { name: "compare-devices", input: sweepInput(reading, knowledge) };
  if (wantsSystem || ranksBoards(reading)) return [comparison, ...planOpinion(reading, knowledge)];
  // "TensorRT-LLM vs llama.cpp on AGX Orin": what is weighed are the engines, on each size of the family.
  const weighsOther = reading.runtimes.length > 1 || reading.quantizations.length > 1;
  if (!comparesBoards || boards.length < 2 || weighsOther) return [];
  return [
    comparison,
    ...planFit({ ...reading, compares: false }, knowledge),
    ...planOpinion(reading, knowledge),
  ];
}
