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

function holdsForWorkload({ runtimes, needs, images }: When, { runtime, quantization, ...placed }: Placed): boolean {
  const required = quantization.value.needs;
  return (
    (runtimes?.includes(runtime.id) ?? true) &&
    (needs === undefined || (required !== undefined && needs.includes(required))) &&
    (images === undefined || images === placed.images > 0)
  );
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
  return knowledge.pitfalls
    .filter(({ id, value: { when } }) => {
      const { short, leastWorkloads = 1 } = when;
      if (workloads.length < leastWorkloads || (short && !isShort) || !holdsForBoard(when, board)) return false;
      return workloads.some((placed) => holdsForWorkload(when, placed) && !isCured(id, placed));
    })
    .map(({ id, value: { text, source } }) => ({ id, text, source }));
}
