import type { ClaimMetric } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatBytes } from "../../knowledge/units.ts";
import type { LedgerPart } from "../memory/language-lines.ts";
import { MemoryFitInput } from "../memory/plan.ts";
import { type MemoryFit, memoryFit } from "../memory-fit.ts";
import { type Placed, toPlaced } from "../placement/workload.ts";
import type { Range } from "../throughput/range.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { againstLimit, againstRange, type Judgement, noJudgement, type Reason } from "./judgement.ts";

const sizes = [
  "memory",
  "process-memory",
  "system-memory",
  "weights",
  "file-size",
  "kv-cache",
  "state",
  "vision",
] as const;
type SizeMetric = (typeof sizes)[number];

/** True for the sizes that the ledger of memory speaks of. */
export function isSizeMetric(metric: ClaimMetric): metric is SizeMetric {
  return sizes.some((size) => size === metric);
}

/** Where the size of a model is asked for and no board: every board holds it alike. */
const anyBoard = { name: "any board", memory: "128 GiB" };

/** Parts of the ledger that make up the working set of one engine. */
const workingParts: readonly LedgerPart[] = [
  "weights",
  "host",
  "kv-cache",
  "state",
  "draft",
  "compute",
  "vision",
  "runtime",
];

async function ledgerOf(input: ClaimInput, isFile: boolean, knowledge: Knowledge): Promise<MemoryFit> {
  const {
    metric,
    value,
    text,
    upTo,
    kind,
    quotient,
    source,
    circumstance,
    promptTokens,
    device,
    powerMode,
    ...workload
  } = input;
  const images = isFile ? { images: 0 } : {};
  const plan = { device: device ?? anyBoard, powerMode, workloads: [{ ...workload, ...images }] };
  return await memoryFit.run(MemoryFitInput.parse(plan), knowledge);
}

const sumOf = ({ lines }: MemoryFit, parts: readonly LedgerPart[]): number =>
  lines.filter(({ part }) => parts.includes(part)).reduce((sum, { bytes }) => sum + bytes, 0);

/** Shares that a size may be off: by rounding, between setups, and by a tower's working memory. */
type Slacks = { slack: number; span: number; workShare: number };

/** What a size may be: as computed, with the room that the metric leaves; bytes. */
function expectedRange(metric: SizeMetric, fit: MemoryFit, { slack, span, workShare }: Slacks): Range {
  const weights = sumOf(fit, ["weights", "host"]);
  const about = (bytes: number): Range => ({
    low: bytes * (1 - slack),
    expected: bytes,
    high: bytes * (1 + slack),
  });
  if (metric === "weights" || metric === "file-size") {
    const tower = sumOf(fit, ["vision"]);
    return {
      low: sumOf(fit, ["weights"]) * (1 - 2 * slack),
      expected: weights,
      high: (weights + tower) * (1 + 2 * slack),
    };
  }
  if (metric === "vision") {
    const tower = sumOf(fit, [metric]);
    return { low: tower * (1 - slack), expected: tower, high: tower * (1 + workShare) };
  }
  if (metric === "kv-cache" || metric === "state") return about(sumOf(fit, [metric]));
  const working = sumOf(fit, workingParts);
  const others = metric === "system-memory" ? sumOf(fit, ["os", "cache"]) : 0;
  const high = working * (1 + span) + others;
  return { low: weights + sumOf(fit, ["kv-cache", "state"]), expected: working + others, high };
}

/** No file is smaller than its parameters at the format's bits, and none of that format twice as large. */
function weightLimits(placed: Placed, claimed: Claimed, range: Range, knowledge: Knowledge): Reason[] {
  const { quantization, language } = placed;
  const billions = language?.parametersBillions;
  if (!billions) return [];
  const { nominalBits, name } = quantization.value;
  const native = language.nativeQuantization;
  const bits = native ? Math.min(native.bitsPerWeight, nominalBits) : nominalBits;
  const least = (billions * 1e9 * bits) / 8;
  const words = `${Number(billions.toPrecision(3))}B parameters × ${bits} bits ÷ 8 = ${formatBytes(least)} at least`;
  const low = { value: least, side: "least", code: "below-nominal-bits", words } as const;
  const most = 2 * range.high;
  const own = (8 * claimed.high) / (billions * 1e9);
  const far = `twice the ${formatBytes(range.high)} that ${name} takes at most is ${formatBytes(most)}, and the claim is ${own.toFixed(1)} bits a parameter`;
  const high = { value: most, side: "most", code: "above-format", words: far } as const;
  return [low, high].flatMap((limit) => againstLimit(claimed, limit, "B", knowledge));
}

function memoryLimits(input: ClaimInput, claimed: Claimed, fit: MemoryFit, knowledge: Knowledge): Reason[] {
  const weights = sumOf(fit, ["weights", "host"]);
  const words = `the weights alone are ${formatBytes(weights)}`;
  const least = { value: weights, side: "least", code: "below-weights", words } as const;
  const board = `${fit.names.device} has ${formatBytes(fit.bytesAvailable)}`;
  const most = { value: fit.bytesAvailable, side: "most", code: "above-board-memory", words: board } as const;
  const limits = input.device === undefined ? [least] : [least, most];
  return limits.flatMap((limit) => againstLimit(claimed, limit, "B", knowledge));
}

/** Holds a claimed size against the ledger that every other answer uses. */
export async function judgeSize(
  input: ClaimInput,
  claimed: Claimed,
  knowledge: Knowledge,
): Promise<Judgement> {
  const { metric } = input;
  if (!isSizeMetric(metric) || input.model === undefined) return noJudgement;
  const isWeights = metric === "weights" || metric === "file-size";
  const fit = await ledgerOf(input, isWeights || metric === "vision", knowledge);
  const share = (id: string) => knowledge.assumption(id).value;
  const slacks = {
    slack: share("claim-rounding"),
    span: share("claim-neighbours"),
    workShare: share("vision-compute-share"),
  };
  const range = expectedRange(metric, fit, slacks);
  if (range.expected <= 0) return noJudgement;
  const isMemory = metric.endsWith("memory");
  const limits = isWeights
    ? weightLimits(
        toPlaced({ model: input.model, quantization: input.quantization, runtime: input.runtime }, knowledge),
        claimed,
        range,
        knowledge,
      )
    : isMemory
      ? memoryLimits(input, claimed, fit, knowledge)
      : [];
  const words = `the ${formatBytes(range.expected)} computed (${formatBytes(range.low)} to ${formatBytes(range.high)})`;
  const above = { code: "larger-than-computed" };
  const below = { code: "smaller-than-computed" };
  const expected = { range, above, below, within: "as-computed", words };
  return {
    reasons: [...limits, againstRange(claimed, expected, "B", knowledge)],
    ceiling: null,
    estimate: range,
    facts: fit.facts.filter(({ id }) => id.endsWith("-0") || id === "available" || id === "working-set"),
    sources: fit.sources.map(({ id }) => id),
    assumptions: fit.assumptions,
  };
}
