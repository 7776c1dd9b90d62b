import type { Knowledge } from "../../knowledge/knowledge.ts";
import { utilizationFor } from "../formulas/memory-pool.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import type { Ledger } from "./ledger.ts";

/** Engines that are told what share of the memory to take. */
const sharing = ["vllm", "sglang"];

/** The share of memory to give an engine, and what to say of it. */
export type Utilization = { utilization: number; words: string };

const twoDigits = (share: number) => share.toFixed(2);

function share(ledger: Ledger, isOwn: (workload: number | null, part: string) => boolean): number {
  const needed = ledger.lines.reduce(
    (sum, { workload, part, bytes }) => sum + (isOwn(workload, part) ? bytes : 0),
    0,
  );
  return ledger.bytesAvailable > 0 ? utilizationFor(needed, ledger.bytesAvailable) : 0;
}

/** The share that a plan needs against the one advised for the class of board; null for other engines. */
export function planUtilization(
  ledger: Ledger,
  index: number,
  { runtime, settings, subject }: Placed,
  { record }: Board,
  knowledge: Knowledge,
): Utilization | null {
  if (!sharing.includes(runtime.id)) return null;
  const advised = knowledge.assumption(`vllm-utilization-${record.class}`).value;
  const needed = share(ledger, (workload, part) => workload === index && part !== "cache");
  const stated = settings.gpuMemoryUtilization;
  const name = `${subject.name}: ${runtime.value.name}`;
  if (stated !== undefined) {
    const words =
      stated > advised ? `, more than the ${twoDigits(advised)} advised for this class of board` : "";
    return { utilization: stated, words: `${name} takes ${twoDigits(stated)} of the memory${words}` };
  }
  const others = share(ledger, (workload, part) => workload !== index || part === "cache");
  const left = Math.floor(100 * (1 - others)) / 100;
  const utilization = Math.min(1, Math.max(needed, Math.min(advised, left)));
  const words =
    needed > advised
      ? `needs ${twoDigits(needed)} of the memory, more than the ${twoDigits(advised)} advised for this class of board`
      : `is given ${twoDigits(utilization)} of the memory, of which the plan needs ${twoDigits(needed)}; left to itself it takes 0.90`;
  return { utilization, words: `${name} ${words}` };
}
