import type { Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { edgeRuntime } from "../../tools/memory/edge-engine.ts";
import { type Assume, edgeShares } from "../../tools/memory/language-lines.ts";
import { toBoard } from "../../tools/placement/board.ts";
import { toPlaced, type WorkloadInput } from "../../tools/placement/workload.ts";
import { isTrusted } from "../runs.ts";

/** A run whose peak of GPU memory was measured, the question it answers, and what the tools say to that. */
export type EdgeRun = { row: Measurement; workload: WorkloadInput; peakBytes(assume: Assume): Bytes };

/** The workload of a run. A row that tells no image tokens is of a text-only engine, whatever its model could do. */
export function edgeWorkload(row: Measurement, knowledge: Knowledge): WorkloadInput {
  return {
    model: row.model,
    quantization: row.quantization,
    runtime: row.runtime,
    contextTokens: row.contextTokens ?? knowledge.assumption("unstated-edge-cache").value,
    concurrency: row.concurrency,
    images: row.imageTokens ? 1 : 0,
    ...(row.speculation && { speculativeDecoding: { method: row.speculation } }),
  };
}

function toRun(row: Measurement, knowledge: Knowledge): EdgeRun[] {
  const { class: boardClass } = toBoard(row.device, row.powerMode, knowledge).record;
  const workload = edgeWorkload(row, knowledge);
  const placed = toPlaced(workload, knowledge);
  const { language } = placed;
  // What NVIDIA prints for Thor is less than the weights: no footprint.
  if (boardClass === "thor" || !language) return [];
  const peakBytes = (assume: Assume) =>
    edgeShares(placed, language, boardClass, assume).reduce((sum, { bytes }) => sum + bytes, 0);
  return [{ row, workload, peakBytes }];
}

/** Two files may hold one run; the one that tells its image tokens stands for both. */
function distinct(rows: readonly Measurement[]): Measurement[] {
  const groups = Map.groupBy(rows, ({ device, model, concurrency, runtimeVersion, speculation, value }) =>
    JSON.stringify([device, model, concurrency, runtimeVersion, speculation, value]),
  );
  return [...groups.values()].flatMap(
    (group) => group.find(({ imageTokens }) => imageTokens) ?? group.at(-1) ?? [],
  );
}

/** The runs of TensorRT Edge-LLM on Orin whose peak of GPU memory is on record. */
export function edgeMemoryRuns(knowledge: Knowledge): EdgeRun[] {
  const rows = knowledge
    .allMeasurements()
    .filter(({ runtime, metric }) => runtime === edgeRuntime && metric === "memory")
    .filter(isTrusted)
    .filter(({ source }) => source.includes("dashboard"));
  return distinct(rows).flatMap((row) => (knowledge.models.find(row.model) ? toRun(row, knowledge) : []));
}
