import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatCount } from "../../knowledge/units.ts";
import type { DeviceComparison } from "../../tools/compare-devices.ts";
import type { Decision } from "../../tools/decision-tree.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import type { MemoryFit } from "../../tools/memory-fit.ts";
import type { SystemPlan } from "../../tools/plan-system.ts";
import type { Plan as RankedPlan } from "../../tools/sweep/plan.ts";
import { isContextSweep } from "../built-in/compose-context.ts";
import {
  toCamerasQuestion,
  toPriceQuestion,
  toRuntimeQuestion,
  toSpeedQuestion,
  toWhatRunsQuestion,
} from "../built-in/phrase-asks.ts";
import { toQuestion } from "../built-in/phrase-plan.ts";
import { type FollowUp, shortName, suggest } from "./follow-up.ts";
import { cheapestOf, measuredOf, speedOf } from "./follow-ups-fit.ts";

/** Further boards of a ranking that are offered. */
const mostOthers = 2;

/** The detector that is meant where none is named. */
const usualDetector = "YOLO";

/** What a board costs. */
export function priceOf(device: string, knowledge: Knowledge): FollowUp[] {
  const name = knowledge.devices.find(device)?.entry.value.name;
  if (name === undefined) return [];
  return suggest("price", `Price of the ${shortName(name)}`, () => toPriceQuestion(device, knowledge));
}

/** Which models a Jetson holds; of other boards too little is on record. */
export function whatRunsOn(device: string, knowledge: Knowledge): FollowUp[] {
  const board = knowledge.devices.find(device)?.entry.value;
  if (board?.kind !== "jetson") return [];
  const { name } = board;
  return suggest("fit", `What runs on the ${shortName(name)}?`, () => toWhatRunsQuestion(device, knowledge));
}

/** What the board advised is to run, as far as the question says it in sizes and cameras. */
function jobOn(device: string, { resolved }: Decision, knowledge: Knowledge): FollowUp[] {
  const { largestModelBillions: billions, modelKind, streams = 0 } = resolved;
  if (billions !== undefined && modelKind !== "detector") {
    const model = { name: `${billions}B model`, parametersBillions: billions };
    const plan: MemoryFitInput = { device, workloads: [{ model }] };
    return [
      ...suggest("fit", `Does a ${billions}B model fit on it?`, () => toQuestion(plan, knowledge)),
      ...suggest("speed", "How fast is it there?", () => toSpeedQuestion(plan, knowledge)),
    ];
  }
  if (streams > 0)
    return suggest("speed", "How many cameras can it watch?", () =>
      toCamerasQuestion(device, { model: usualDetector }, knowledge),
    );
  return [];
}

/** The engine for what was named, or for the size of it. */
function runtimeOn(
  device: string,
  { resolved: { largestModelBillions: billions } }: Decision,
  fits: readonly MemoryFit[],
  knowledge: Knowledge,
): FollowUp[] {
  const named = fits[0]?.names.workloads[0] ?? (billions === undefined ? undefined : `a ${billions}B model`);
  if (named === undefined) return [];
  return suggest("runtime", "Which runtime for it?", () => toRuntimeQuestion(named, device, knowledge));
}

/** What to ask after the advice of a board; what was tried for fit has suggestions of its own. */
export function afterDecision(
  decision: Decision,
  fits: readonly MemoryFit[],
  knowledge: Knowledge,
): FollowUp[] {
  const boards = [decision.platform, ...decision.alternatives].filter((id) => knowledge.devices.find(id));
  const [device, other] = boards;
  if (device === undefined) return [];
  return [
    ...(fits.length > 0 ? [] : jobOn(device, decision, knowledge)),
    ...priceOf(device, knowledge),
    ...runtimeOn(device, decision, fits, knowledge),
    ...(fits.length > 0 ? [] : whatRunsOn(device, knowledge)),
    ...(other === undefined || fits.length > 0 ? [] : priceOf(other, knowledge)),
  ];
}

/** What to ask after boards were held against each other: the best for itself, and those behind it. */
export function afterComparison(
  { rows, best, resolved }: DeviceComparison,
  knowledge: Knowledge,
): FollowUp[] {
  const first = best ?? rows[0];
  if (!first) return [];
  const others = [...new Map(rows.map((row) => [row.device, row])).values()].filter(
    ({ device, verdict }) => device !== first.device && verdict === "fits",
  );
  return [
    ...suggest("fit", `Memory on the ${shortName(first.name)}`, () => toQuestion(first.input, knowledge)),
    ...speedOf(first.input, knowledge),
    ...priceOf(first.device, knowledge),
    ...others
      .slice(0, mostOthers)
      .flatMap(({ name, input }) =>
        suggest("board", `Memory on the ${shortName(name)}`, () => toQuestion(input, knowledge)),
      ),
    ...(resolved.rankBy === "cheapest" ? [] : cheapestOf(resolved.workloads, knowledge)),
  ];
}

const tokensOf = ({ input }: RankedPlan) =>
  Math.max(0, ...input.workloads.map(({ contextTokens = 0 }) => contextTokens));

/** The plan that a ranking is about: the best of it, or the longest context that fits. */
function mainPlan(system: SystemPlan): { plan: RankedPlan | null; words: string } {
  const { plans, nearest } = system;
  const [best = nearest] = plans;
  const [longest] = plans
    .filter(({ verdict }) => verdict === "fits")
    .toSorted((a, b) => tokensOf(b) - tokensOf(a));
  if (!longest || !isContextSweep(system)) return { plan: best, words: "of the best plan" };
  return { plan: longest, words: `with ${formatCount(tokensOf(longest))} tokens` };
}

/** What to ask after plans or contexts were ranked: the first of them for itself, and the next. */
export function afterPlans(system: SystemPlan, knowledge: Knowledge): FollowUp[] {
  const { plan, words } = mainPlan(system);
  if (!plan) return [];
  const next = isContextSweep(system) ? undefined : system.plans[1];
  return [
    ...suggest("fit", `Memory ${words}`, () => toQuestion(plan.input, knowledge)),
    ...speedOf(plan.input, knowledge),
    ...(next ? suggest("fit", "Memory of the next plan", () => toQuestion(next.input, knowledge)) : []),
    ...measuredOf(plan.input, knowledge),
    ...cheapestOf(system.resolved.workloads, knowledge),
    ...priceOf(plan.device, knowledge),
  ];
}
