import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Workload } from "../../knowledge/schema.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { frameTime } from "./frame-time.ts";

/** How much of the GPU co-tenants leave, and why. */
export type Remaining = { share: number; assumptions: string[] };

function detectorLoad(
  placed: Placed,
  record: Workload,
  board: Board,
  knowledge: Knowledge,
): { load: number; said: string } {
  const name = `${placed.subject.name} × ${placed.streams}`;
  const latency = frameTime(placed, record, board, knowledge)?.latency;
  if (latency === undefined) return { load: 0, said: `${name}: its load is unknown and not counted` };
  const rate = knowledge.assumption("detector-frames-per-second").value;
  const load = (latency * rate * placed.streams) / 1000;
  const busy = `${name} at ${rate} frames/s would keep the GPU busy ${Math.round(100 * load)} % of the time`;
  return { load, said: load < 1 ? busy : `${busy}: more than it has, so frames are dropped` };
}

/**
 * What co-tenants leave: detectors by frames × latency; other language models share what is left while they generate.
 * Each of these takes as much as one alone would, so two beside a model leave it a third, not a quarter.
 */
export function remainingShare(board: Board, coTenants: readonly Placed[], knowledge: Knowledge): Remaining {
  const assume = (id: string) => knowledge.assumption(id).value;
  const assumptions: string[] = [];
  let busy = 0;
  const taken = 1 / assume("co-tenant-language-share") - 1;
  let parts = 1;
  for (const placed of coTenants) {
    const { record } = placed.subject;
    if (record.kind === "detector") {
      const { load, said } = detectorLoad(placed, record, board, knowledge);
      busy += load;
      assumptions.push(said);
    } else if (placed.language) {
      parts += taken;
      assumptions.push(
        `${placed.subject.name} generates at the same time and leaves ${Math.round(100 / parts)} %`,
      );
    } else assumptions.push(`${placed.subject.name}: idle while the model decodes`);
  }
  return { share: Math.max(assume("least-gpu-share"), 1 - busy) / parts, assumptions };
}
