import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import { toPlaced, type WorkloadInput } from "../../tools/placement/workload.ts";
import { phraseBoard } from "./phrase-board.ts";
import { type Asked, phraseWorkloads } from "./phrase-workload.ts";

function workloadWords(workloads: readonly WorkloadInput[], knowledge: Knowledge, asked?: Asked): string {
  return phraseWorkloads(
    workloads.map((workload) => toPlaced(workload, knowledge)),
    knowledge,
    asked,
  );
}

/** How fast the models of a plan are on its board. */
export function toSpeedQuestion({ workloads, ...board }: MemoryFitInput, knowledge: Knowledge): string {
  return `How fast is ${workloadWords(workloads, knowledge)} on ${phraseBoard(board, knowledge)}?`;
}

/** How long a context of a plan's models its board holds; no power mode and no release has a part in that. */
export function toContextQuestion({ workloads, device, os }: MemoryFitInput, knowledge: Knowledge): string {
  const words = workloadWords(workloads, knowledge, "contextTokens");
  return `What is the longest context for ${words} on ${phraseBoard({ device, os }, knowledge)}?`;
}

/** Which board takes the models for the least money. */
export function toCheapestQuestion(workloads: readonly WorkloadInput[], knowledge: Knowledge): string {
  return `Which of all boards is cheapest for ${workloadWords(workloads, knowledge)}?`;
}

/** Who measured a model on record, there or anywhere. */
export function toMeasuredQuestion(model: string, device: string | undefined, knowledge: Knowledge): string {
  const { name } = knowledge.models.get(model).entry.value;
  return `Who measured ${name}${device === undefined ? "" : ` on ${phraseBoard({ device }, knowledge)}`}?`;
}

/** How many cameras a board takes, with the detector that looks at them. */
export function toCamerasQuestion(
  device: string,
  detector: WorkloadInput | undefined,
  knowledge: Knowledge,
): string {
  const watched = detector ? ` with ${workloadWords([detector], knowledge, "streams")}` : "";
  return `How many cameras can ${phraseBoard({ device }, knowledge)} watch${watched}?`;
}

/** What a board costs. */
export function toPriceQuestion(device: string, knowledge: Knowledge): string {
  return `What does ${phraseBoard({ device }, knowledge)} cost?`;
}

/** Which models a board holds. */
export function toWhatRunsQuestion(device: string, knowledge: Knowledge): string {
  return `Which models can I run on ${phraseBoard({ device }, knowledge)}?`;
}

/** Which engine to serve a plan's models with. */
export function toRuntimeQuestion(model: string, device: string, knowledge: Knowledge): string {
  return `Which runtime for ${model} on ${phraseBoard({ device }, knowledge)}?`;
}

/** What a number of boards costs over some years. */
export function toFleetQuestion(
  device: string,
  devices: number,
  years: number,
  knowledge: Knowledge,
): string {
  const { name } = knowledge.devices.get(device).entry.value;
  return `What does a fleet of ${devices} ${name} cost over ${years} years?`;
}

/** Whether a board runs a format at all. */
export function toFormatQuestion(format: string, device: string, knowledge: Knowledge): string {
  return `Can ${phraseBoard({ device }, knowledge)} run ${format}?`;
}
