import { assumedLines } from "../digest/assumed-lines.ts";
import { digestLines } from "../digest/digest-lines.ts";
import type { Fact } from "../facts.ts";
import type { Blocker } from "../placement/compatibility.ts";
import type { Pace } from "./pace.ts";
import type { MeasuredReference } from "./references.ts";
import type { Shipped } from "./speed-facts.ts";

/** What a digest quotes of an estimate. */
type Estimate = {
  facts: readonly Fact[];
  names: { device: string; powerMode: string | null; model: string; quantization: string; runtime: string };
  evidence: string;
  sampleSize: number;
  boundBy: string | null;
  pace: Pace | null;
  shipped: Shipped | null;
  references: readonly MeasuredReference[];
  blockers: readonly Blocker[];
  power: { answerTokens: number };
  resolved: { concurrency?: number | undefined; promptTokens?: number | undefined };
  assumptions: readonly string[];
  verify: string;
};

const paceWords: Readonly<Record<Pace, string>> = {
  interactive: "fast enough to read along",
  slow: "slower than one reads",
  "too-slow": "too slow to talk to",
};

/** Format and engine stand in the first line, and energy is not what most ask for. */
const saidElsewhere = /^energy: |: (?:format|runtime) /;

/** An estimate in a few lines for a model: every figure as its fact displays it. */
export function speedDigest({ facts, names, references, shipped, resolved, ...estimate }: Estimate): string {
  const shown = new Map(facts.map(({ id, display }) => [id, display]));
  const range = (id: string) =>
    shown.has(id) ? `${shown.get(id)} (${shown.get(`${id}-low`)} to ${shown.get(`${id}-high`)})` : undefined;
  const { device, powerMode, model, quantization, runtime } = names;
  const what = `${model} in ${quantization} with ${runtime} on ${device}${powerMode ? ` in ${powerMode}` : ""}`;
  const [decode, aggregate, prefill] = [range("decode"), range("aggregate"), range("prefill")];
  const { blockers, evidence, sampleSize, pace, boundBy, power } = estimate;
  const why = blockers.map(({ message }) => message).join(" ");
  return digestLines([
    decode
      ? `speed of ${what}: decode ${decode}${pace ? `, ${paceWords[pace]}` : ""}`
      : `no speed of ${what}: ${why || evidence}`,
    decode && `evidence: ${evidence}, ${sampleSize} runs`,
    decode && (resolved.concurrency ?? 1) > 1 && `all ${resolved.concurrency} streams together ${aggregate}`,
    shipped && range("shipped") !== decode && `as shipped in ${shipped.powerMode}: ${range("shipped")}`,
    shown.has("ceiling") && `ceiling ${shown.get("ceiling")}, bound by ${boundBy}`,
    ...assumedLines(estimate.assumptions.filter((text) => !saidElsewhere.test(text))),
    ...references
      .slice(0, 2)
      .map((run) => `measured ${shown.get(`measured-${run.id}`)} ${run.distance} [${run.source}]`),
    prefill && `prompt speed ${prefill}`,
    shown.has("first-token") && `first token after ${range("first-token")}`,
    shown.has("answers-energy") &&
      `draws ${range("draw")}, 1,000 answers of ${power.answerTokens} tokens take ${shown.get("answers-energy")}`,
    !decode && blockers.length === 0 && `measure it: ${estimate.verify}`,
  ]);
}
