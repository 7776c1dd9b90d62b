import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Cause, findCauses, type Troubleshooting } from "../../tools/troubleshoot.ts";
import type { Told } from "./trouble-topic.ts";

/** As many circumstances and causes as the tool takes and gives. */
const most = 12;

/**
 * The causes that were not told yet. What is said later changes their order, so those told are found again in the
 * order of their time, and none is skipped because it has moved to a place that is counted as told.
 */
export function untoldCauses(
  { causes, resolved }: Pick<Troubleshooting, "causes" | "resolved">,
  tried: readonly Told[],
  knowledge: Knowledge,
): Cause[] {
  const told = new Set<string>();
  for (const { symptoms, circumstances, release } of tried) {
    const then = {
      ...resolved,
      symptoms,
      circumstances: circumstances.slice(0, most),
      release,
      limit: most,
    };
    const next = findCauses(then, knowledge).find(({ id }) => !told.has(id));
    if (next) told.add(next.id);
  }
  return causes.filter(({ id }) => !told.has(id));
}
