import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Placed } from "../placement/workload.ts";
import type { Prediction } from "./prediction.ts";

/** How a speed feels to somebody who waits for the answer. */
export type Pace = "interactive" | "slow" | "too-slow";

/** How one stream of a model feels; an action model is not waited for by a reader. */
export function paceOf(
  { decodeTokensPerSecond }: Pick<Prediction, "decodeTokensPerSecond">,
  { language }: Placed,
  knowledge: Knowledge,
): Pace | null {
  if (!decodeTokensPerSecond || language?.kind === "vla") return null;
  const { expected } = decodeTokensPerSecond;
  if (expected >= knowledge.assumption("interactive-speed").value) return "interactive";
  return expected >= knowledge.assumption("too-slow-speed").value ? "slow" : "too-slow";
}
