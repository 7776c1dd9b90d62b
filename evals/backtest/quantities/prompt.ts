import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { estimateThroughput, type Throughput, ThroughputInput } from "../../../tools/estimate-throughput.ts";
import { ceilingPrefill } from "../../../tools/formulas/prefill.ts";
import { arithmeticOf } from "../../../tools/throughput/arithmetic.ts";
import { layerParameters } from "../../../tools/throughput/prompt-work.ts";
import { type PromptRun, promptRuns } from "../../prompt-runs.ts";
import { promptPeers } from "../peers/prompt.ts";
import type { Case, Estimated, Quantity } from "../quantity.ts";
import { runLabel } from "./decode.ts";

/** A prompt that somebody timed: tok/s of all sequences together, or ms to the first token. */
export type PromptCase = Case & { run: PromptRun };

/** What the tools say of a run without images, whose tokens are counted among those of the prompt. */
async function answer({ row, tokens }: PromptRun, knowledge: Knowledge): Promise<Throughput> {
  const { device, powerMode, model, quantization, runtime, concurrency } = row;
  const promptTokens = Math.max(1, Math.round(tokens));
  const question = { device, powerMode, model, quantization, runtime, concurrency, promptTokens, images: 0 };
  return await estimateThroughput.run(ThroughputInput.parse(question), knowledge);
}

/** Intervals of engines nobody measured are estimates that no left-out run is to narrow. */
export function fittedInterval(interval: string | null): string | null {
  return interval?.endsWith("-formula") ? null : interval;
}

function ceilingOf({ board, placed }: PromptRun): number | undefined {
  const peak = arithmeticOf(board, placed)?.peakOperations;
  return peak && placed.language ? ceilingPrefill(layerParameters(placed.language), peak) : undefined;
}

async function estimateSpeed({ run }: PromptCase, knowledge: Knowledge): Promise<Estimated | null> {
  const { prefillTokensPerSecond, promptInterval } = await answer(run, knowledge);
  if (!prefillTokensPerSecond) return null;
  return { ...prefillTokensPerSecond, ceiling: ceilingOf(run), interval: fittedInterval(promptInterval) };
}

async function estimateFirstToken({ run }: PromptCase, knowledge: Knowledge): Promise<Estimated | null> {
  const { timeToFirstTokenMs } = await answer(run, knowledge);
  return timeToFirstTokenMs && { ...timeToFirstTokenMs };
}

function promptCases(knowledge: Knowledge, isWanted: (run: PromptRun) => boolean): PromptCase[] {
  return promptRuns(knowledge)
    .filter(isWanted)
    .map((run) => ({
      id: run.row.id,
      model: run.row.model,
      source: run.row.source,
      label: `${runLabel(run)}, ${Math.round(run.tokens)} tokens`,
      measured: run.isFirstToken
        ? run.milliseconds
        : (1000 * run.tokens * run.row.concurrency) / run.milliseconds,
      run,
    }));
}

/** From here on a prompt is long enough for arithmetic to decide. */
const longPrompt = 1000;
const isLong = ({ tokens, row }: PromptRun) => tokens * row.concurrency >= longPrompt;

/** Reading prompts: tokens a second, long and short, and the time to the first token. */
export const promptQuantities: readonly Quantity<PromptCase>[] = [
  {
    id: "prefill",
    title: "Prefill at 1,000 tokens and more",
    unit: "tok/s",
    bar: { medianError: 0.25 },
    fitted: true,
    cases: (knowledge) => promptCases(knowledge, (run) => !run.isFirstToken && isLong(run)),
    estimate: estimateSpeed,
    peers: promptPeers,
  },
  {
    id: "prefill-short",
    title: "Prefill of shorter prompts",
    unit: "tok/s",
    bar: null,
    fitted: true,
    cases: (knowledge) => promptCases(knowledge, (run) => !run.isFirstToken && !isLong(run)),
    estimate: estimateSpeed,
    peers: promptPeers,
  },
  {
    id: "first-token",
    title: "Time to the first token",
    unit: "ms",
    bar: null,
    fitted: true,
    cases: (knowledge) => promptCases(knowledge, ({ isFirstToken }) => isFirstToken),
    estimate: estimateFirstToken,
    peers: {},
  },
];
