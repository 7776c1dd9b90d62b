import type { Throughput } from "../../tools/estimate-throughput.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import { unique } from "./block.ts";
import type { Results } from "./results.ts";

type Tried = { fit: MemoryFit; count: number };

/** How many at once a plan was made for: the most of any of its models. */
function countOf({ resolved }: MemoryFit): number {
  return Math.max(...resolved.workloads.map(({ concurrency = 1 }) => concurrency));
}

function speedClause(device: string, count: number, speeds: readonly Throughput[]): string {
  const speed = speeds.find(
    ({ names, resolved }) => names.device === device && resolved.concurrency === count,
  );
  const display = (id: string) => speed?.facts.find((fact) => fact.id === id)?.display;
  if (!speed?.decodeTokensPerSecond) return "";
  return ` Each then gets about ${display("decode")}${count > 1 ? `, ${display("aggregate")} together` : ""}.`;
}

/** Where no number fits with its reserve: the fewest are tight, or do not fit either. */
function noneFits(device: string, [fewest]: readonly Tried[]): string {
  if (fewest?.fit.verdict !== "tight") return `**Even one user does not fit on the ${device}.**`;
  const users = fewest.count === 1 ? "one user is" : `${fewest.count} users at once are`;
  return `**Even ${users} tight on the ${device}.**`;
}

function headline(device: string, tried: readonly Tried[], speeds: readonly Throughput[]): string {
  const most = tried.findLast(({ fit }) => fit.verdict === "fits");
  const [next] = tried.filter(({ fit }) => fit.verdict !== "fits");
  if (!most) return noneFits(device, tried);
  const limit = next
    ? `; ${next.count} users ${next.fit.verdict === "tight" ? "are tight" : "do not fit"}`
    : " or more";
  return `**Of the numbers tried, ${most.count} ${most.count === 1 ? "user" : "users at once"} fit on the ${device}${limit}.**${speedClause(device, most.count, speeds)}`;
}

/** How many at once each board holds, and what each of them gets; a plan that cannot run has no number. */
export function userHeadlines({ fits, speeds }: Pick<Results, "fits" | "speeds">): string[] {
  const runnable = fits.filter(({ verdict }) => verdict !== "unsupported");
  return unique(runnable.map(({ names }) => names.device)).map((device) => {
    const own = runnable.filter(({ names }) => names.device === device);
    const tried = own.map((fit) => ({ fit, count: countOf(fit) })).toSorted((a, b) => a.count - b.count);
    return headline(device, tried, speeds);
  });
}
