import { type Claim, isClaim } from "./claim.ts";
import { isMemoryFit, type MemoryFit } from "./memory-fit.ts";
import { isThroughput, type Throughput } from "./throughput.ts";

/** A finished call of a tool. */
export type Result = { id: string; name: string; output: unknown };

/** What is shown as one card, under the id of its first call: a card stays where it is while others join it. */
export type ResultGroup = { id: string } & (
  | { kind: "memory"; fits: MemoryFit[] }
  | { kind: "speed"; speeds: Throughput[] }
  | { kind: "claim"; claims: Claim[] }
  | { kind: "single"; name: string; output: unknown; isAside: boolean }
);

/** Tools whose results answer a question; what the others found was looked up on the way. */
const deciding = new Set([
  "memory-fit",
  "estimate-throughput",
  "compare-devices",
  "plan-system",
  "decision-tree",
  "check-claim",
  "fleet-cost",
  "stream-capacity",
  "troubleshoot",
]);

/** Tools that judge the boards that were asked about; a choice of a board beside them is an aside. */
const judging = new Set(["memory-fit", "compare-devices", "plan-system"]);

function isAside({ name }: Result, before: readonly Result[]): boolean {
  // Who measured something is the answer where nothing is judged.
  if (name === "find-measurements") return before.some((other) => deciding.has(other.name));
  if (name === "decision-tree") return before.some((other) => judging.has(other.name));
  return !deciding.has(name);
}

/** The same for claims of one figure, whatever the board. */
function claimKey({ claim }: Claim): string {
  return `claim ${claim}`;
}

/** A result that may be shown with others, under the key that they have in common. */
function toShared({ id, name, output }: Result): [key: string, group: ResultGroup] | undefined {
  if (name === "memory-fit" && isMemoryFit(output)) return ["memory", { id, kind: "memory", fits: [output] }];
  if (name === "estimate-throughput" && isThroughput(output))
    return ["speed", { id, kind: "speed", speeds: [output] }];
  if (name === "check-claim" && isClaim(output))
    return [claimKey(output), { id, kind: "claim", claims: [output] }];
  return undefined;
}

/** Puts what a group brings into the one that is there. */
function join(into: ResultGroup, group: ResultGroup): void {
  if (into.kind === "memory" && group.kind === "memory") into.fits.push(...group.fits);
  if (into.kind === "speed" && group.kind === "speed") into.speeds.push(...group.speeds);
  if (into.kind === "claim" && group.kind === "claim") into.claims.push(...group.claims);
}

/** Results without those that are there already: a model may ask twice. */
function withoutRepeats(results: readonly Result[]): Result[] {
  const seen = new Set<string>();
  return results.filter(({ name, output }) => {
    const sign = `${name} ${JSON.stringify(output)}`;
    const isNew = !seen.has(sign);
    seen.add(sign);
    return isNew;
  });
}

/**
 * Results in the order in which they came, those that belong on one scale together; asides come last. More results
 * only ever add to what is there.
 */
export function groupResults(results: readonly Result[]): ResultGroup[] {
  const groups = new Map<string, ResultGroup>();
  const asides: ResultGroup[] = [];
  const unlike = withoutRepeats(results);
  for (const [index, result] of unlike.entries()) {
    const { id, name, output } = result;
    const shared = toShared(result);
    const there = shared && groups.get(shared[0]);
    if (there) join(there, shared[1]);
    else if (shared) groups.set(...shared);
    else if (isAside(result, unlike.slice(0, index)))
      asides.push({ id, kind: "single", name, output, isAside: true });
    else groups.set(id, { id, kind: "single", name, output, isAside: false });
  }
  return [...groups.values(), ...asides];
}
