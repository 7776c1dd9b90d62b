import { z } from "zod";
import { metricUnit } from "../knowledge/claim-schema.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { recordAssumptions } from "./assumptions.ts";
import { judgeCapacity } from "./claims/capacity-judgement.ts";
import { type Claimed, ClaimInput, checkSource, toClaimed } from "./claims/claim-input.ts";
import { type ClaimNames, claimNames } from "./claims/claim-names.ts";
import { againstDocuments, againstRuns, type Contradiction } from "./claims/contradictions.ts";
import { type ClaimVerdict, claimedWords, gravest, type Judgement, type Reason } from "./claims/judgement.ts";
import { findWitnesses, judgeMeasured, withoutSource } from "./claims/measured-judgement.ts";
import { judgePrice } from "./claims/price-judgement.ts";
import { judgeQuotient } from "./claims/quotient-judgement.ts";
import { judgeRecord } from "./claims/record-judgement.ts";
import { judgeSize } from "./claims/size-judgement.ts";
import { judgeSpeed } from "./claims/speed-judgement.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { factUnit } from "./evidence/figures.ts";
import type { NamedRun } from "./evidence/named-run.ts";
import { createFactBook, type Fact } from "./facts.ts";
import { fields } from "./offered/fields.ts";
import { toBoard } from "./placement/board.ts";
import type { Reference } from "./placement/subject.ts";
import { toPlaced } from "./placement/workload.ts";
import type { Range } from "./throughput/range.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** What physics, measured runs and documents say of a claimed figure; amounts in the metric's base unit. */
export type CheckedClaim = ToolResult & {
  verdict: ClaimVerdict;
  reasons: Reason[];
  /** The claim as read, in words. */
  claim: string;
  names: ClaimNames;
  /** The most that physics allows (of a time, the least). */
  ceiling: number | null;
  estimate: Range | null;
  ratioToCeiling: number | null;
  neighbours: NamedRun[];
  contradictions: Contradiction[];
  resolved: ClaimInput;
  assumptions: string[];
};

/** Ways of looking that say what is expected: a measured run outweighs them, a limit is outweighed by nothing. */
const expectations = new Set([
  "within-estimate",
  "faster-than-estimated",
  "slower-than-estimated",
  "as-computed",
  "larger-than-computed",
  "smaller-than-computed",
]);

function verdictOf(reasons: readonly Reason[], isMeasured: boolean): ClaimVerdict {
  const weighed = isMeasured ? reasons.filter(({ code }) => !expectations.has(code)) : reasons;
  return gravest(weighed.map(({ verdict }) => verdict));
}

async function judgementsOf(input: ClaimInput, claimed: Claimed, knowledge: Knowledge): Promise<Judgement[]> {
  return [
    await judgeSpeed(input, claimed, knowledge),
    await judgeSize(input, claimed, knowledge),
    await judgeCapacity(input, claimed, knowledge),
    judgeRecord(input, claimed, knowledge),
    judgePrice(input, claimed, knowledge),
    judgeQuotient(input, claimed, knowledge),
  ];
}

function factsOf(
  input: ClaimInput,
  claimed: Claimed,
  neighbours: readonly NamedRun[],
  found: readonly Judgement[],
  cited: readonly string[],
  knowledge: Knowledge,
): ToolResult {
  const book = createFactBook("the claim", knowledge);
  const unit = metricUnit(input.metric);
  const display = claimedWords(claimed, unit);
  const quantity = { label: `claimed ${input.metric}`, value: claimed.high, unit: factUnit(unit), display };
  if (input.source === undefined) book.given("claimed", quantity);
  else book.cited("claimed", quantity, input.source);
  for (const { id, value, unit: own, display: shown, distance, metric, source, model, device } of neighbours)
    book.cited(
      `measured-${id}`,
      { label: `measured ${metric}, ${distance}`, value, unit: factUnit(own), display: shown },
      source,
      `${model} on ${device}`,
    );
  book.cite([...found.flatMap(({ sources }) => sources), ...cited]);
  const all = [...book.facts, ...found.flatMap(({ facts }) => facts)];
  const facts: Fact[] = [...new Map(all.map((fact) => [fact.id, fact])).values()];
  return { facts, sources: book.sources() };
}

/** The claim with the records' own names; what it leaves open stays open, since any run may then speak of it. */
function toResolved(input: ClaimInput, claimed: Claimed, knowledge: Knowledge): ClaimInput {
  const { text, upTo, device, model, quantization, ...rest } = input;
  const format =
    quantization === undefined ? undefined : knowledge.quantizations.find(quantization)?.entry.id;
  return {
    ...rest,
    ...(device !== undefined && { device: toBoard(device, undefined, knowledge).reference }),
    ...(model !== undefined && { model: toPlaced({ model }, knowledge).subject.reference }),
    ...(quantization !== undefined && { quantization: format ?? quantization }),
    value: claimed.low,
    ...(claimed.high > claimed.low && { upTo: claimed.high }),
  };
}

async function run(input: ClaimInput, everything: Knowledge): Promise<CheckedClaim> {
  const claimed = toClaimed(input);
  checkSource(input, everything);
  const { knowledge, sources: assumed } = recordAssumptions(withoutSource(everything, input.source));
  const found = await judgementsOf(input, claimed, knowledge);
  const { neighbours, witnesses } = findWitnesses(input, knowledge);
  const measured = judgeMeasured(input, claimed, witnesses, knowledge);
  const contradictions = [
    ...againstRuns(input, claimed, witnesses, knowledge),
    ...againstDocuments(input, claimed, everything),
  ];
  const reasons = [...found.flatMap((judgement) => judgement.reasons), ...measured];
  const ceiling = found.find((judgement) => judgement.ceiling !== null)?.ceiling ?? null;
  const cited = [...assumed(), ...contradictions.map(({ source }) => source)];
  return {
    verdict: verdictOf(reasons, measured.length > 0),
    reasons: reasons.length > 0 ? reasons : [nothingKnown],
    claim: `${input.metric} ${claimedWords(claimed, metricUnit(input.metric))}`,
    names: claimNames(input, everything),
    ceiling,
    estimate: found.find(({ estimate }) => estimate !== null)?.estimate ?? null,
    ratioToCeiling: ceiling ? claimed.high / ceiling : null,
    neighbours,
    contradictions,
    resolved: toResolved(input, claimed, knowledge),
    assumptions: [...new Set(found.flatMap((judgement) => judgement.assumptions))],
    ...factsOf(input, claimed, neighbours, found, cited, everything),
  };
}

const nothingKnown: Reason = {
  code: "nothing-known",
  message: "Neither a formula nor a record nor a run speaks of this figure.",
  verdict: "unknown",
};

const { device, powerMode, model, quantization, runtime, contextTokens, concurrency } = fields;
const offeredClaim = z.strictObject({
  metric: z.enum([
    "decode",
    "aggregate",
    "prefill",
    "time-to-first-token",
    "memory",
    "bandwidth",
    "power-limit",
    "price",
  ]),
  value: z.string().describe("with its unit, e.g. 52 tok/s"),
  device: device.optional(),
  model: model.optional(),
  ...{ powerMode, quantization, runtime, contextTokens, concurrency },
});

const nameOf = (reference: Reference | undefined) =>
  typeof reference === "string" ? reference : reference?.name;

/** Can this figure be true? */
export const checkClaim = defineTool({
  name: "check-claim",
  description:
    "Whether a claimed speed, size, time, specification or price can be true: what physics allows, what was measured nearby, and which source disagrees.",
  input: ClaimInput,
  example: { metric: "decode", value: "52 tok/s", device: "agx-orin-64gb", model: "llama-3.1-8b" },
  offered: offeredClaim,
  run,
  digest: ({ verdict, claim, reasons, contradictions, neighbours, resolved }) => {
    const about = [nameOf(resolved.model), resolved.quantization, nameOf(resolved.device)].filter(Boolean);
    return digestLines([
      `claim ${claim}${about.length > 0 ? ` (${about.join(", ")})` : ""}: ${verdict}`,
      ...reasons.slice(0, 4).map(({ message }) => message),
      ...contradictions.slice(0, 2).map(({ message }) => message),
      ...neighbours
        .slice(0, 2)
        .map(
          ({ display, metric, model, device, distance, source }) =>
            `measured ${metric} ${display}, ${model} on ${device}, ${distance} [${source}]`,
        ),
    ]);
  },
});
