import { type Claim, metricUnit } from "../../knowledge/claim-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { NearRun } from "../evidence/near-run.ts";
import { moduleOf } from "../throughput/distance.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { claimedWords, factorWords } from "./judgement.ts";

/** Who disagrees with a claim: a measured run, or a figure of a document (of the same one, too). */
export type Contradiction = {
  source: string;
  measurement: string | null;
  claim: string | null;
  value: number;
  display: string;
  message: string;
};

/** True where the gap between two ranges is more than that share of the nearer ends. */
function isApart(a: Claimed, b: Claimed, share: number): boolean {
  return a.low > b.high * (1 + share) || b.low > a.high * (1 + share);
}

/** Measured runs of the same configuration that are far from the claim. */
export function againstRuns(
  { metric }: ClaimInput,
  claimed: Claimed,
  runs: readonly NearRun[],
  knowledge: Knowledge,
): Contradiction[] {
  const unit = metricUnit(metric);
  const rounding = knowledge.assumption("claim-rounding").value;
  const share = unit === "B" ? 2 * rounding : knowledge.assumption("claim-neighbours").value;
  const middle = (claimed.low + claimed.high) / 2;
  return runs.flatMap(({ id, value, display, model, device, runtime, quantization, source }) => {
    if (!isApart(claimed, { low: value, high: value }, share)) return [];
    const message = `${source} measured ${display} (${model} in ${quantization} with ${runtime} on ${device}); ${claimedWords(claimed, unit)} is ${factorWords(middle / value)} × that.`;
    return [{ source, measurement: id, claim: null, value, display, message }];
  });
}

type Compared = "quantization" | "runtime" | "powerMode" | "contextTokens" | "promptTokens" | "kind";
const compared: readonly Compared[] = [
  "quantization",
  "runtime",
  "powerMode",
  "contextTokens",
  "promptTokens",
  "kind",
];

/** A name as the catalogue has it, so that two spellings of one model or format are one. */
function canonical(field: Compared, value: string | number, knowledge: Knowledge): string {
  const catalogs = { quantization: knowledge.quantizations, runtime: knowledge.runtimes };
  const text = String(value);
  return field === "quantization" || field === "runtime"
    ? (catalogs[field].find(text)?.entry.id ?? text)
    : text;
}

function modelName(model: ClaimInput["model"] | Claim["model"], knowledge: Knowledge): string | undefined {
  if (model === undefined || typeof model !== "string") return model?.name;
  return knowledge.models.find(model)?.entry.id ?? model;
}

function deviceName(device: ClaimInput["device"], knowledge: Knowledge): string | undefined {
  if (device === undefined || typeof device !== "string") return device?.name;
  return moduleOf(knowledge.devices.find(device)?.entry.id ?? device, knowledge);
}

/** Width of the weights that a limit of size is stated for: 4 bits where nothing is said. */
function bitsOf(format: string | undefined, knowledge: Knowledge): number {
  const usual = 4;
  return format === undefined
    ? usual
    : (knowledge.quantizations.find(format)?.entry.value.nominalBits ?? usual);
}

/** True where both state every condition alike or one leaves it open. */
function isComparable(input: ClaimInput, claim: Claim, knowledge: Knowledge): boolean {
  if (claim.metric === "largest-model")
    return bitsOf(input.quantization, knowledge) === bitsOf(claim.quantization, knowledge);
  return compared.every((field) => {
    const [own, other] = [input[field], claim[field]];
    if (own === undefined || other === undefined) return true;
    return canonical(field, own, knowledge) === canonical(field, other, knowledge);
  });
}

/** True for a claim about the same board and model under comparable conditions. */
function speaksOfSame(input: ClaimInput, claim: Claim, knowledge: Knowledge): boolean {
  if (claim.metric !== input.metric || claim.quotient || claim.circumstance) return false;
  if (deviceName(claim.device, knowledge) !== deviceName(input.device, knowledge)) return false;
  if (modelName(claim.model, knowledge) !== modelName(input.model, knowledge)) return false;
  if ((claim.concurrency ?? 1) !== (input.concurrency ?? 1)) return false;
  if (Boolean(claim.speculation) !== Boolean(input.speculativeDecoding)) return false;
  return isComparable(input, claim, knowledge);
}

/** Figures that documents print for the same thing and that are apart from the claim. */
export function againstDocuments(input: ClaimInput, claimed: Claimed, knowledge: Knowledge): Contradiction[] {
  if ((input.device ?? input.model) === undefined || input.circumstance) return [];
  const unit = metricUnit(input.metric);
  const share = knowledge.assumption("claim-rounding").value;
  return knowledge.claims().flatMap((claim) => {
    if (!speaksOfSame(input, claim, knowledge) || !isApart(claimed, claim, share)) return [];
    const display = claimedWords(claim, unit);
    const message = `${claim.source} says ${display} ("${claim.heading}"), not ${claimedWords(claimed, unit)}.`;
    return [{ source: claim.source, measurement: null, claim: claim.id, value: claim.low, display, message }];
  });
}
