import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Device } from "../../knowledge/schema.ts";
import type { Bytes, Dollars } from "../../knowledge/units.ts";
import { isOnSale } from "../placement/board.ts";
import { newestPrice } from "../placement/newest-price.ts";
import { type LeverName, planLever, planLevers } from "./fixes.ts";
import type { Ledger } from "./ledger.ts";
import type { Change, Lever } from "./lever.ts";
import type { CompletePlan, MemoryFitInput } from "./plan.ts";

/** A change that makes the plan fit, recomputed by the same function as the plan. */
export type Fix = { change: string; input: MemoryFitInput; verdict: "fits" | "tight"; headroomBytes: Bytes };

/** Completes and evaluates an input; the same for the plan and for each of its fixes. */
export type Evaluate = (input: MemoryFitInput) => { plan: CompletePlan; ledger: Ledger };

function toFix({ change, input }: Change, { verdict, headroomBytes }: Ledger): Fix | undefined {
  return verdict === "fits" || verdict === "tight" ? { change, input, verdict, headroomBytes } : undefined;
}

/** The mildest setting that fits; failing that the mildest that is tight. One that saves nothing is no fix. */
function mildest(settings: readonly Change[], from: Ledger, evaluate: Evaluate): Fix | undefined {
  const fixes = settings
    .map((setting) => toFix(setting, evaluate(setting.input).ledger))
    .filter((fix) => fix !== undefined)
    .filter(({ headroomBytes }) => from.blockers.length > 0 || headroomBytes > from.headroomBytes);
  return fixes.find(({ verdict }) => verdict === "fits") ?? fixes[0];
}

/** What costs no quality first, then what costs little, then what the plan asks for. */
const combinedOrder: readonly LeverName[] = [
  "release",
  "headless",
  "flags",
  "kv-cache",
  "context",
  "quantization",
  "images",
  "streams",
  "concurrency",
  "runtime",
];

/** Which setting of a lever is kept while the next is turned. */
type Keep = (lever: Lever) => Change | undefined;

const gently: Keep = ({ name, settings }) => (name === "context" && settings.at(-2)) || settings[0];
const fully: Keep = ({ settings }) => settings.at(-1);

/** Turns one lever after another until the plan fits. */
function combined(
  keep: Keep,
  start: CompletePlan,
  ledger: Ledger,
  evaluate: Evaluate,
  knowledge: Knowledge,
): Fix | undefined {
  let plan = start;
  const words: string[] = [];
  for (const name of combinedOrder) {
    const lever = planLever(name, plan, ledger.verdict === "unsupported", knowledge);
    const settings = lever.settings.map(({ change, input }) => ({
      change: [...words, change].join("; "),
      input,
    }));
    const fix = words.length > 0 ? mildest(settings, ledger, evaluate) : undefined;
    if (fix) return fix;
    const kept = keep(lever);
    if (!kept) continue;
    words.push(kept.change);
    plan = evaluate(kept.input).plan;
  }
  return undefined;
}

/** What a board costs at least by its newest price of each kind, in US dollars. */
function cheapest({ prices }: Device): Dollars {
  const kinds = (["kit", "module", "board"] as const).flatMap(
    (kind) => newestPrice({ prices: prices.filter((price) => price.kind === kind) })?.value ?? [],
  );
  return Math.min(...kinds);
}

/** The next board up on sale that takes the plan as it is: the cheapest with more memory. */
function nextBoard(
  { input }: CompletePlan,
  available: Bytes,
  evaluate: Evaluate,
  knowledge: Knowledge,
): Fix | undefined {
  const larger = knowledge.devices.entries
    .filter(({ value }) => isOnSale(value))
    .filter(({ value }) => (value.memTotal ?? 0) > available)
    .sort((a, b) => cheapest(a.value) - cheapest(b.value) || (a.id < b.id ? -1 : 1));
  for (const { id, value } of larger) {
    const { powerMode, l4t, ...rest } = input;
    const moved: MemoryFitInput = { ...rest, device: id };
    const fix = toFix({ change: `move to ${value.name}`, input: moved }, evaluate(moved).ledger);
    if (fix?.verdict === "fits") return fix;
  }
  return undefined;
}

/** What would make a plan fit, smallest change first; empty when it fits. */
export function searchFixes(
  plan: CompletePlan,
  ledger: Ledger,
  evaluate: Evaluate,
  knowledge: Knowledge,
): Fix[] {
  if (ledger.verdict === "fits") return [];
  const single = planLevers(plan, ledger.verdict === "unsupported", knowledge).map(({ settings }) =>
    mildest(settings, ledger, evaluate),
  );
  const found = single.filter((fix) => fix !== undefined);
  const together = found.some(({ verdict }) => verdict === "fits")
    ? undefined
    : (combined(gently, plan, ledger, evaluate, knowledge) ??
      combined(fully, plan, ledger, evaluate, knowledge));
  const board = nextBoard(plan, ledger.bytesAvailable, evaluate, knowledge);
  return [...found, ...(together ? [together] : []), ...(board ? [board] : [])];
}
