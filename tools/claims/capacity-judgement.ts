import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatBytes } from "../../knowledge/units.ts";
import { MemoryFitInput } from "../memory/plan.ts";
import { type MemoryFit, memoryFit } from "../memory-fit.ts";
import type { Claimed, ClaimInput } from "./claim-input.ts";
import { type Judgement, noJudgement, type Reason } from "./judgement.ts";

async function fitOf(billions: number, input: ClaimInput, knowledge: Knowledge): Promise<MemoryFit> {
  const { device, quantization, runtime, contextTokens } = input;
  const model = { name: `a dense ${billions}B model`, parametersBillions: billions };
  const workloads = [{ model, quantization, runtime, contextTokens }];
  return await memoryFit.run(MemoryFitInput.parse({ device, workloads }), knowledge);
}

/** Billions of parameters that the room left by everything but the weights holds, by the weights of one fit. */
function roomBillions(billions: number, { lines, bytesAvailable, bytesNeeded }: MemoryFit): number {
  const weights = lines.filter(({ part }) => part === "weights" || part === "host");
  const own = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  return (billions * (bytesAvailable - (bytesNeeded - own))) / own;
}

/** Holds "models of up to so many billions" against memory: what is claimed to fit has to. */
export async function judgeCapacity(
  input: ClaimInput,
  claimed: Claimed,
  knowledge: Knowledge,
): Promise<Judgement> {
  if (input.metric !== "largest-model" || input.device === undefined) return noJudgement;
  const fit = await fitOf(claimed.high, input, knowledge);
  const room = Math.floor(roomBillions(claimed.high, fit));
  const format = fit.resolved.workloads[0]?.quantization;
  const need = `A dense ${claimed.high}B model in ${format} needs ${formatBytes(fit.bytesNeeded)} of ${formatBytes(fit.bytesAvailable)} on the ${fit.names.device}`;
  const far = knowledge.assumption("claim-far").value;
  const fails = fit.verdict === "does-not-fit";
  const reason: Reason =
    fails || fit.verdict === "unsupported"
      ? {
          code: "does-not-fit",
          message: `${need}: it does not fit.`,
          verdict: fails ? "impossible" : "implausible",
        }
      : room > far * claimed.high
        ? {
            code: "memory-holds-more",
            message: `${need}; by memory alone about ${room}B would fit.`,
            verdict: "consistent",
          }
        : { code: "fits-memory", message: `${need}.`, verdict: "consistent" };
  return {
    ...noJudgement,
    reasons: [reason],
    facts: fit.facts.filter(({ id }) => ["needed", "available", "weights-0"].includes(id)),
    sources: fit.sources.map(({ id }) => id),
    assumptions: fit.assumptions,
  };
}
