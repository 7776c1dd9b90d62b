import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type PromptCosts, promptTime } from "../../tools/formulas/prefill.ts";
import { toPromptReader } from "../../tools/throughput/prompt.ts";
import { toPromptWork } from "../../tools/throughput/prompt-work.ts";
import { type PromptRun, promptRuns } from "../prompt-runs.ts";
import type { FitLeastAbsolute, Observation } from "./least-absolute.ts";
import { fitParameters, type Parameters, unitAmounts } from "./parameters.ts";

const noCosts: PromptCosts = { overhead: 0, arithmetic: 0, streaming: 0, valueBytes: 0, state: 0 };

/** Nothing computes faster than the peak, and no kernel starts for free. */
const overhead = {
  least: 1,
  meaning: "milliseconds of the shortest prompt beside its weights",
  otherwise: "prompt-overhead-other",
};
const widened = {
  least: 1.02,
  meaning: "time of a prompt's arithmetic against the dense FP16 peak, weights widened first",
  otherwise: "prompt-arithmetic-widened-other",
};
const native = {
  least: 1.02,
  meaning: "time of a prompt's arithmetic against the dense peak of its format",
  otherwise: "prompt-arithmetic-native-other",
};

/** What is fitted, with the least each may be. */
export const promptParameters: Parameters = {
  "prompt-overhead-tensorrt-edge-llm-orin": overhead,
  "prompt-overhead-tensorrt-edge-llm-thor": overhead,
  "prompt-streaming": {
    least: 0,
    meaning: "share of the time to stream the weights that does not hide behind a prompt's arithmetic",
  },
  "prompt-value-bytes": {
    least: 0,
    meaning: "bytes that the kernels of a layer write and read for each value of a prompt",
  },
  "prompt-value-bytes-batch": {
    least: 0,
    meaning:
      "bytes that the kernels of a layer write and read for each value of several prompts, which no cache holds",
  },
  "prompt-state-stepwise": {
    least: 0,
    meaning: "share of the recurrent state's traffic that is paid where it is taken on token by token",
  },
  "prompt-state-chunked": {
    least: 0,
    meaning: "share of the recurrent state's traffic that is paid where a prompt is taken in chunks",
  },
  "prompt-arithmetic-widened-tensorrt-edge-llm-orin": widened,
  "prompt-arithmetic-widened-tensorrt-edge-llm-orin-nx-16gb": {
    ...widened,
    meaning: `${widened.meaning}; the vendor's Orin NX runs fit its Super clocks, not those stated`,
  },
  "prompt-arithmetic-widened-tensorrt-edge-llm-thor": {
    ...widened,
    otherwise: "prompt-arithmetic-widened-thor",
  },
  "prompt-arithmetic-native-tensorrt-edge-llm-thor": native,
  "prompt-arithmetic-widened-tensorrt-llm-orin": widened,
  "prompt-arithmetic-widened-ggml-orin": widened,
  "prompt-arithmetic-widened-vllm-orin": widened,
  "prompt-arithmetic-widened-mixture-ggml": {
    ...widened,
    meaning:
      "time of a prompt's arithmetic against the dense FP16 peak in a mixture of experts, weights widened first",
  },
};

/** How much of each cost is in the time of a run, in milliseconds for one unit of it. */
function promptAmounts({ board, placed, tokens }: PromptRun, knowledge: Knowledge) {
  const prompt = { tokens, sequences: placed.concurrency };
  const reader = toPromptReader(board, placed, prompt, knowledge);
  if (!reader) return undefined;
  const work = toPromptWork(placed, reader.model, prompt);
  return unitAmounts(noCosts, reader.assumptions, (costs) => promptTime(work, reader.machine, costs));
}

/** Runs that read prompts, each with what its time is made of. */
export function promptObservations(knowledge: Knowledge): { run: PromptRun; observation: Observation }[] {
  return promptRuns(knowledge).flatMap((run) => {
    const amounts = promptAmounts(run, knowledge);
    return amounts ? [{ run, observation: { amounts, measured: run.milliseconds } }] : [];
  });
}

/** Fits what prompts cost engines and boards to all measured runs at once. */
export function fitPrefill(knowledge: Knowledge, solve: FitLeastAbsolute): Record<string, Assumption> {
  return fitParameters(promptObservations(knowledge), promptParameters, knowledge, solve);
}
