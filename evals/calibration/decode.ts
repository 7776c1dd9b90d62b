import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type PassCosts, passSeconds } from "../../tools/formulas/decode.ts";
import { completed } from "../../tools/memory/language-lines.ts";
import { toEngine } from "../../tools/throughput/machine.ts";
import { toPass } from "../../tools/throughput/pass.ts";
import { costAssumptions } from "../../tools/throughput/pass-costs.ts";
import { aggregateSpeed, type Run, usableRuns } from "../runs.ts";
import type { FitLeastAbsolute } from "./least-absolute.ts";
import { fitParameters, type ObservedRun, type Parameters, unitAmounts } from "./parameters.ts";

const noCosts: PassCosts = {
  streamFactor: 0,
  layerCycles: 0,
  mixtureCycles: 0,
  weightCycles: 0,
  cacheCycles: 0,
  batchCycles: 0,
};

/** What is fitted, with the least each may be: nothing streams faster than the bandwidth, no kernel starts for free. */
const streaming = {
  least: 1.02,
  meaning: "time to stream bytes against the ideal of the bandwidth",
  otherwise: "decode-stream-factor-other",
};
const launching = {
  least: 20_000,
  meaning: "GPU cycles for each layer of a pass",
  otherwise: "decode-layer-cycles-other",
};
const routing = { least: 0, meaning: "further GPU cycles for each layer that routes to experts" };
const widening = { least: 0, meaning: "core cycles to widen one weight" };
const batching = {
  least: 0,
  meaning: "core cycles for each weight and each sequence beyond the first",
  otherwise: "decode-batch-cycles-other",
};
export const decodeParameters: Parameters = {
  "decode-stream-factor-orin-256-bit": streaming,
  "decode-stream-factor-orin-128-bit": streaming,
  "decode-stream-factor-thor-256-bit": streaming,
  "decode-stream-factor-ggml": streaming,
  "decode-layer-cycles-tensorrt-orin": launching,
  "decode-layer-cycles-tensorrt-thor": launching,
  "decode-layer-cycles-vllm-orin": launching,
  "decode-layer-cycles-vllm-thor": launching,
  "decode-layer-cycles-ggml": launching,
  "decode-layer-cycles-mlc": launching,
  "decode-layer-cycles-transformers": launching,
  "decode-mixture-cycles-ggml": routing,
  "decode-mixture-cycles-other": routing,
  "decode-weight-cycles-llama-cpp": widening,
  "decode-weight-cycles-ollama": widening,
  "decode-weight-cycles-vllm-orin": widening,
  "decode-cache-cycles-ggml": { least: 0, meaning: "core cycles for each byte of cache" },
  "decode-batch-cycles-orin": batching,
  "decode-batch-cycles-widened-thor": batching,
  "decode-batch-cycles-thor": batching,
};

/** Seconds of a pass that a run measured. */
export function measuredSeconds(row: Run["row"]): number {
  return row.concurrency / aggregateSpeed(row);
}

/** How much of each cost is in the pass of a run, in seconds for one unit of it. */
export function passAmounts({ board, placed }: Run, knowledge: Knowledge): Map<string, number> | undefined {
  const engine = toEngine(board, placed, knowledge);
  if (!engine || !placed.language?.parametersBillions) return undefined;
  const model = completed(placed.language, (id) => knowledge.assumption(id).value);
  const pass = toPass(placed, model, placed.concurrency, knowledge);
  const ids = costAssumptions(board, placed, knowledge);
  return unitAmounts(noCosts, ids, (costs) => passSeconds(pass, engine.machine, costs));
}

/** Runs of one stream or more without speculation, each with what its pass is made of. */
export function decodeObservations(knowledge: Knowledge): ObservedRun[] {
  return usableRuns(knowledge, ["decode", "aggregate"])
    .filter(({ row }) => row.speculation === undefined)
    .flatMap((run) => {
      const amounts = passAmounts(run, knowledge);
      // What an engine gains of company is no property of its passes where it batches little.
      const grows =
        run.row.concurrency > 1 && knowledge.findAssumption(`concurrency-exponent-${run.placed.runtime.id}`);
      if (!amounts || grows || ![...amounts.keys()].some((id) => Object.hasOwn(decodeParameters, id)))
        return [];
      return [{ run, observation: { amounts, measured: measuredSeconds(run.row) } }];
    });
}

/** Fits what decoding costs engines and boards to all measured runs at once. */
export function fitDecode(knowledge: Knowledge, solve: FitLeastAbsolute): Record<string, Assumption> {
  return fitParameters(decodeObservations(knowledge), decodeParameters, knowledge, solve);
}
