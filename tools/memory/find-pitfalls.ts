import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Pitfall as PitfallRecord } from "../../knowledge/operation-schema.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import type { Verdict } from "./ledger.ts";

/** A way to fail that the ledger cannot show, with who reported it. */
export type Pitfall = { id: string; text: string; source: string[] };

type When = PitfallRecord["when"];

function holdsForBoard({ classes, kinds }: When, { record }: Board): boolean {
  return (classes?.includes(record.class) ?? true) && (kinds?.includes(record.kind) ?? true);
}

function holdsForWorkload({ runtimes, needs, images }: When, placed: Placed): boolean {
  if (runtimes && !runtimes.includes(placed.runtime.id)) return false;
  if (images !== undefined && images !== placed.images > 0) return false;
  const required = placed.quantization.value.needs;
  return needs === undefined || (required !== undefined && needs.includes(required));
}

/** A setting that already takes care of a pitfall. */
function isCured(id: string, { settings }: Placed): boolean {
  return (
    (id === "prompt-cache-growth" && settings.promptCache === false) ||
    (id === "projector-offload" && settings.offloadProjector === false)
  );
}

/** The pitfalls that a plan can run into, in the order of the table. */
export function findPitfalls(
  board: Board,
  workloads: readonly Placed[],
  verdict: Verdict,
  knowledge: Knowledge,
): Pitfall[] {
  const isShort = verdict === "tight" || verdict === "does-not-fit";
  const found: Pitfall[] = [];
  for (const { id, value } of knowledge.pitfalls) {
    const { when, text, source } = value;
    if (workloads.length < (when.leastWorkloads ?? 1) || (when.short && !isShort)) continue;
    if (!holdsForBoard(when, board)) continue;
    if (workloads.some((placed) => holdsForWorkload(when, placed) && !isCured(id, placed)))
      found.push({ id, text, source });
  }
  return found;
}
