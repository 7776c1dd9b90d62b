import type { RunHeader } from "../trial.ts";
import type { Costs } from "./costs.ts";
import { formatCount, formatDuration, formatRate, formatShare, formatSpeed } from "./figures.ts";
import type { Statistics } from "./statistics.ts";

/** What was evaluated: "qwen3-8b, guided, checked". */
export function subjectOf({ model, mode, checked }: RunHeader): string {
  return `${model}, ${mode}, ${checked ? "checked" : "check switched off"}`;
}

/** Where and when: "Jetson AGX Orin 64GB, 2026-11-28". */
export function placeOf({ machine, startedAt }: RunHeader): string {
  return `${machine}, ${startedAt.slice(0, 10)}`;
}

/** How often a trial passes all scorers. */
export function passSentence({ passAtOne }: Statistics): string {
  if (!passAtOne) return "Nothing was scored.";
  return `pass@1 ${formatRate(passAtOne)}, ${passAtOne.passed} of ${formatCount(passAtOne.scored, "trial")}`;
}

/** How often all of k trials pass; empty for a run that tried each case once. */
export function powerSentence({ passPower }: Statistics): string {
  return passPower
    .filter(({ k }) => k > 1)
    .map(({ k, share }) => `pass^${k} ${formatShare(share)}`)
    .join(", ");
}

/** Whether trials of one case agree; empty where no case was scored twice. */
export function agreementSentence({ stable, flaky }: Statistics): string {
  const { passed, failed } = stable;
  if (passed + failed + flaky.length === 0) return "";
  return `${formatCount(passed, "case")} always pass${passed === 1 ? "es" : ""}, ${failed} never, ${flaky.length} flaky.`;
}

/** What was not judged; empty where everything was. */
export function gapSentence({ errors, missing }: Statistics): string {
  const count = errors.reduce((sum, each) => sum + each.count, 0);
  const codes = errors.map(({ code, count: times }) => `${code} ${times}`).join(", ");
  const errorText = count === 0 ? "" : `${formatCount(count, "error")}, in none of the shares (${codes}).`;
  const missingText = missing <= 0 ? "" : `${formatCount(missing, "trial")} missing.`;
  return [errorText, missingText].filter((text) => text !== "").join(" ");
}

function modelSentence(costs: Costs, scored: number): string {
  const { requests, inputTokens, outputTokens, tokensPerSecond, ownWords, struck, recoveredCalls } = costs;
  if (requests === 0) return "No request to a model.";
  const speed = tokensPerSecond === undefined ? "" : ` at ${formatSpeed(tokensPerSecond)}`;
  return [
    `${formatCount(requests, "request")}, ${inputTokens} tokens read, ${outputTokens} written${speed}.`,
    `${ownWords} of ${formatCount(scored, "answer")} in the model's own words,`,
    `${formatCount(struck, "sentence")} struck, ${formatCount(recoveredCalls, "call")} read out of text.`,
  ].join(" ");
}

/** What the answers cost, and how much of them the model wrote. */
export function costSentence({ costs, scored }: Statistics): string {
  if (scored === 0) return "";
  const { medianMs, p95Ms, toolCalls } = costs;
  return `Half of the answers took up to ${formatDuration(medianMs)}, 95 % up to ${formatDuration(p95Ms)}; ${formatCount(toolCalls, "call")} of tools. ${modelSentence(costs, scored)}`;
}
