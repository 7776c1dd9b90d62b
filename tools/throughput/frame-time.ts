import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Workload } from "../../knowledge/schema.ts";
import type { Milliseconds } from "../../knowledge/units.ts";
import { modeLimits } from "../formulas/power-mode.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { isSameModule } from "./distance.ts";

/** How long a detector takes for a frame, and the source that measured it; null where it is computed. */
export type FrameTime = { latency: Milliseconds; measuredBy: string | null };

/** Time of a frame at full clocks: as measured on the module, else from its operations; slower modes take longer. */
export function frameTime(
  placed: Placed,
  record: Workload,
  board: Board,
  knowledge: Knowledge,
): FrameTime | undefined {
  const precision = placed.quantization.value.name.toUpperCase();
  const known = record.latencies.find(
    (entry) => isSameModule(board, entry.device, knowledge) && entry.precision.toUpperCase() === precision,
  );
  const peak = board.record.compute.fp16DenseTflops;
  const reached = knowledge.assumption("detector-efficiency").value;
  const computed = record.gflops && peak ? record.gflops / (peak * reached) : undefined;
  const full = known?.latency ?? computed;
  if (full === undefined) return undefined;
  const latency = full / modeLimits(board.record, board.mode).gpuShare;
  return { latency, measuredBy: known ? (known.source ?? record.source?.[0] ?? null) : null };
}
