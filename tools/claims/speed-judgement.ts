import type { ClaimMetric } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { estimateThroughput, type Throughput, ThroughputInput } from "../estimate-throughput.ts";
import { displayFigure } from "../evidence/figures.ts";
import { toPlaced } from "../placement/workload.ts";
import { assumedAcceptance } from "../throughput/speculation.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { againstLimit, againstRange, type Judgement, noJudgement, type Reason } from "./judgement.ts";
import { promptCeiling } from "./prompt-ceiling.ts";
import { displayedFact } from "./shown-facts.ts";

/** Metrics that the estimate of speeds speaks of, and its field. */
const fields = {
  decode: "decodeTokensPerSecond",
  aggregate: "aggregateTokensPerSecond",
  prefill: "prefillTokensPerSecond",
  "time-to-first-token": "timeToFirstTokenMs",
  "vision-latency": "visionMs",
} as const;
type SpeedMetric = keyof typeof fields;

/** True for the speeds and times that are estimated. */
export function isSpeedMetric(metric: ClaimMetric): metric is SpeedMetric {
  return Object.hasOwn(fields, metric);
}

/** The configuration as the estimate of speeds takes it. */
function toThroughputInput(input: ClaimInput, change: Partial<ThroughputInput>): ThroughputInput {
  const { metric, value, text, upTo, kind, quotient, source, circumstance, maxInputTokens, ...rest } = input;
  return ThroughputInput.parse({ ...rest, ...change });
}

/** The most tokens that a draft is assumed to get accepted where nobody states it. */
function generousDraft({ model, runtime, speculativeDecoding }: ClaimInput, knowledge: Knowledge) {
  if (!model || !speculativeDecoding || speculativeDecoding.acceptedTokensPerPass !== undefined) return {};
  const placed = toPlaced({ model, runtime, speculativeDecoding }, knowledge);
  const { value, range } = assumedAcceptance(placed, knowledge);
  const acceptedTokensPerPass = range?.[1] ?? value;
  return { speculativeDecoding: { ...speculativeDecoding, acceptedTokensPerPass } };
}

function ceilingReasons(
  input: ClaimInput,
  claimed: Claimed,
  generous: Throughput,
  knowledge: Knowledge,
): Judgement {
  const alone = generous.ceilingTokensPerSecond;
  if (alone === null) return noJudgement;
  const streams = input.metric === "aggregate" ? (input.concurrency ?? 1) : 1;
  const ceiling = alone * streams;
  const accepted = generous.resolved.speculativeDecoding?.acceptedTokensPerPass ?? 1;
  const factors = [
    ...(accepted > 1 ? [`× ${accepted} tokens a pass`] : []),
    ...(streams > 1 ? [`× ${streams} streams`] : []),
  ];
  const division = `${displayedFact(generous, "bandwidth")} ÷ ${displayedFact(generous, "streamed")} a pass`;
  const words = `${[division, ...factors].join(" ")} = ${displayFigure(ceiling, "tok/s")} at most`;
  const isStated =
    input.speculativeDecoding === undefined || accepted === input.speculativeDecoding.acceptedTokensPerPass;
  const verdict = isStated ? ("impossible" as const) : ("implausible" as const);
  const limit = { value: ceiling, side: "most" as const, code: "above-bandwidth-ceiling", words, verdict };
  const facts = generous.facts.filter(({ id }) => ["bandwidth", "streamed", "ceiling"].includes(id));
  return { ...noJudgement, reasons: againstLimit(claimed, limit, "tok/s", knowledge), ceiling, facts };
}

function promptReasons(input: ClaimInput, claimed: Claimed, knowledge: Knowledge): Judgement {
  const most = promptCeiling(input, knowledge);
  if (!most) return noJudgement;
  if (input.metric === "prefill") {
    const limit = {
      value: most.tokensPerSecond,
      side: "most" as const,
      code: "above-compute-ceiling",
      words: most.words,
    };
    return {
      ...noJudgement,
      reasons: againstLimit(claimed, limit, "tok/s", knowledge),
      ceiling: most.tokensPerSecond,
    };
  }
  if (input.metric !== "time-to-first-token" || input.promptTokens === undefined) return noJudgement;
  const least = (1000 * input.promptTokens) / most.tokensPerSecond;
  const words = `${most.words}, so ${input.promptTokens} tokens take ${displayFigure(least, "ms")} at least`;
  const limit = { value: least, side: "least" as const, code: "below-compute-floor", words };
  return { ...noJudgement, reasons: againstLimit(claimed, limit, "ms", knowledge), ceiling: least };
}

function estimateReasons(
  metric: SpeedMetric,
  claimed: Claimed,
  usual: Throughput,
  knowledge: Knowledge,
): Reason[] {
  const range = usual[fields[metric]];
  if (!range) return [];
  const unit = metric in fields && fields[metric].endsWith("Ms") ? ("ms" as const) : ("tok/s" as const);
  const figures = [range.low, range.high].map((end) => displayFigure(end, unit)).join(" to ");
  const words = `the ${displayFigure(range.expected, unit)} expected (${figures}, ${usual.evidence})`;
  const faster = { code: "faster-than-estimated" };
  const slower = { code: "slower-than-estimated", mild: true };
  const [above, below] = unit === "tok/s" ? [faster, slower] : [slower, faster];
  return [againstRange(claimed, { range, above, below, within: "within-estimate", words }, unit, knowledge)];
}

/** Holds a claimed speed or time against physics and the estimate. The ceiling takes an empty cache unless stated. */
export async function judgeSpeed(
  input: ClaimInput,
  claimed: Claimed,
  knowledge: Knowledge,
): Promise<Judgement> {
  const { metric } = input;
  if (!isSpeedMetric(metric) || input.device === undefined || input.model === undefined) return noJudgement;
  const empty = { contextTokens: input.contextTokens ?? 1, ...generousDraft(input, knowledge) };
  const generous = await estimateThroughput.run(toThroughputInput(input, empty), knowledge);
  const usual = await estimateThroughput.run(toThroughputInput(input, {}), knowledge);
  const isDecode = metric === "decode" || metric === "aggregate";
  const limited = isDecode
    ? ceilingReasons(input, claimed, generous, knowledge)
    : promptReasons(input, claimed, knowledge);
  const blocked = usual.blockers.map(
    ({ code, message }): Reason => ({ code, message, verdict: "implausible" }),
  );
  const estimate = usual[fields[metric]];
  return {
    reasons: [...blocked, ...limited.reasons, ...estimateReasons(metric, claimed, usual, knowledge)],
    ceiling: limited.ceiling,
    estimate,
    facts: [...limited.facts, ...usual.facts.filter(({ id }) => id.startsWith(metricFact[metric]))],
    sources: usual.sources.map(({ id }) => id),
    assumptions: [
      ...usual.assumptions,
      ...(isDecode && input.contextTokens === undefined ? ["the ceiling is that of an empty cache"] : []),
    ],
  };
}

const metricFact: Readonly<Record<SpeedMetric, string>> = {
  decode: "decode",
  aggregate: "aggregate",
  prefill: "prefill",
  "time-to-first-token": "first-token",
  "vision-latency": "vision",
};
