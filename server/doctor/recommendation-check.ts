import { formatBytes, formatCount, formatSpeed } from "../../knowledge/units.ts";
import type { Check } from "./check.ts";
import type { Candidate, Recommendation } from "./recommend-model.ts";
import { checkOf } from "./words.ts";

const modelCheck = checkOf("recommended-model", "Recommended model");

function speedOf({ decodeTokensPerSecond: { low, expected, high } }: Candidate): string {
  return `about ${formatSpeed(expected)} (${formatSpeed(low)} to ${formatSpeed(high)})`;
}

function costOf(candidate: Candidate): string {
  const { name, quantization, modelBytes, headroomBytes } = candidate;
  return `${name} in ${quantization} needs ${formatBytes(modelBytes)}, leaves ${formatBytes(headroomBytes)} and writes ${speedOf(candidate)}`;
}

/** "Orin NX 16GB in MAXN beside YOLO11s". */
function placeOf({ deviceName, powerMode, beside }: Recommendation): string {
  const others = beside.length > 0 ? ` beside ${beside.join(" and ")}` : "";
  return `${deviceName}${powerMode ? ` in ${powerMode}` : ""}${others}`;
}

function withoutModel(recommendation: Recommendation): string {
  const { tooSlow, besideVerdict, enoughTokensPerSecond, beside } = recommendation;
  const wanted = formatSpeed(enoughTokensPerSecond);
  if (tooSlow)
    return `no model keeps ${wanted}: the fastest that fits is ${tooSlow.name} at ${speedOf(tooSlow)}`;
  if (besideVerdict !== null && besideVerdict !== "fits")
    return `${beside.join(" and ")} alone: ${besideVerdict.replaceAll("-", " ")}, so no model fits too`;
  return "no model of 1.5 billion parameters or more fits";
}

/** A slower mode costs a larger model, which is worth a word. */
function inHighestMode({ atHighestMode, best }: Recommendation): string {
  if (!atHighestMode?.best || atHighestMode.best.id === best?.id) return "";
  return ` In ${atHighestMode.powerMode}: ${costOf(atHighestMode.best)}.`;
}

/** The recommendation in a sentence, with what gets the model. */
export function checkRecommendation(recommendation: Recommendation): Check {
  const { best, runnerUp, runtime, contextTokens } = recommendation;
  const place = placeOf(recommendation);
  if (!best)
    return modelCheck(
      "information",
      `On ${place} ${withoutModel(recommendation)}.${inHighestMode(recommendation)} The built-in answerer needs no model and gives the same verdicts and numbers.`,
    );
  const second = runnerUp
    ? ` Next: ${runnerUp.name} (${formatBytes(runnerUp.modelBytes)}, ${speedOf(runnerUp)}).`
    : "";
  return modelCheck(
    "information",
    `On ${place}: ${costOf(best)}, at ${formatCount(contextTokens)} tokens of context.${second}${inHighestMode(recommendation)}`,
    runtime === "ollama" && best.ollamaName ? `ollama pull ${best.ollamaName}` : undefined,
  );
}
