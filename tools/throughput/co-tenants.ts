import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Workload } from "../../knowledge/schema.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";

/** How much of the GPU co-tenants leave, and why. */
export type Remaining = { share: number; assumptions: string[] };

/** The least that is left to the model however busy the board is. */
const leastShare = 0.1;

function sameModule(board: Board, device: string, knowledge: Knowledge): boolean {
  const module = (id: string) => knowledge.devices.find(id)?.entry.value.sameModuleAs ?? id;
  return board.id !== null && module(board.id) === module(device);
}

function detectorShare(placed: Placed, record: Workload, board: Board, knowledge: Knowledge): Remaining {
  const known = record.latencies.find(
    ({ device, precision }) =>
      sameModule(board, device, knowledge) &&
      precision.toUpperCase() === placed.quantization.value.name.toUpperCase(),
  );
  const rate = knowledge.assumption("detector-frames-per-second").value;
  const peak = board.record.compute.fp16DenseTflops;
  const reached = knowledge.assumption("detector-efficiency").value;
  const computed = record.gflops && peak ? (record.gflops * 1000) / (peak * 1e3 * reached) : undefined;
  const latency = known?.latency ?? computed;
  const name = `${placed.subject.name} × ${placed.streams}`;
  if (latency === undefined)
    return { share: 0, assumptions: [`${name}: its load is unknown and not counted`] };
  const share = (latency * rate * placed.streams) / 1000;
  return {
    share,
    assumptions: [
      `${name} at ${rate} frames/s keeps the GPU busy ${Math.round(100 * Math.min(1, share))} % of the time`,
    ],
  };
}

/** What co-tenants leave: detectors by frames × latency, another language model half while it generates. */
export function remainingShare(board: Board, coTenants: readonly Placed[], knowledge: Knowledge): Remaining {
  let share = 1;
  const assumptions: string[] = [];
  for (const placed of coTenants) {
    const { record } = placed.subject;
    if (record.kind === "detector") {
      const taken = detectorShare(placed, record, board, knowledge);
      share -= taken.share;
      assumptions.push(...taken.assumptions);
    } else if (placed.language) {
      share *= knowledge.assumption("co-tenant-language-share").value;
      assumptions.push(`${placed.subject.name} generates at the same time and takes half`);
    } else assumptions.push(`${placed.subject.name}: idle while the model decodes`);
  }
  return { share: Math.max(leastShare, share), assumptions };
}
