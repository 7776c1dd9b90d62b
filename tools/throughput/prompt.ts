import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import { isArchitectureKnown } from "../formulas/estimated-architecture.ts";
import { modeLimits } from "../formulas/power-mode.ts";
import {
  ceilingPrefill,
  meanWait,
  type PromptCosts,
  type PromptMachine,
  promptTime,
} from "../formulas/prefill.ts";
import { completed, imageTokensPerSequence } from "../memory/language-lines.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { arithmeticOf } from "./arithmetic.ts";
import { layerParameters, type PromptTokens, promptAssumptions, toPromptWork } from "./prompt-work.ts";
import { type Range, toRange } from "./range.ts";
import { visionAssumption, visionTime } from "./vision.ts";

/** Times before the first token, with their 90 % intervals; null where compute or tower is unknown. */
export type PromptTimes = {
  /** Prompt tokens a second of all sequences together. */
  prefillTokensPerSecond: Range | null;
  /** Milliseconds for the images of all sequences. */
  visionMs: Range | null;
  /** Mean milliseconds over the sequences, which start together. */
  timeToFirstTokenMs: Range | null;
  /** The assumptions with the half-widths of the intervals; null where there are none. */
  promptInterval: string | null;
  visionInterval: string | null;
};

/** What is said of prompts where nothing is known. */
export const noPromptTimes: PromptTimes = {
  prefillTokensPerSecond: null,
  visionMs: null,
  timeToFirstTokenMs: null,
  promptInterval: null,
  visionInterval: null,
};

/** A model, a board and an engine that reads prompts, with the assumption behind each cost. */
export type PromptReader = {
  model: Model;
  machine: PromptMachine;
  assumptions: Record<keyof PromptCosts, string | null>;
};

/** Describes who reads the tokens; null where nobody states compute or bandwidth. */
export function toPromptReader(
  board: Board,
  placed: Placed,
  tokens: PromptTokens,
  knowledge: Knowledge,
): PromptReader | null {
  const arithmetic = arithmeticOf(board, placed);
  const { bandwidth } = modeLimits(board.record, board.mode);
  if (!placed.language?.parametersBillions || !arithmetic || !bandwidth) return null;
  const model = completed(placed.language, (id) => knowledge.assumption(id).value);
  const assumptions = promptAssumptions(board, placed, model, arithmetic, tokens, knowledge);
  return { model, machine: { peakOperations: arithmetic.peakOperations, bandwidth }, assumptions };
}

/** Reads the costs of prompts from the assumptions behind them. */
export function toPromptCosts(
  { assumptions }: Pick<PromptReader, "assumptions">,
  knowledge: Pick<Knowledge, "assumption">,
): PromptCosts {
  const cost = (id: string | null) => (id === null ? 0 : knowledge.assumption(id).value);
  return {
    overhead: cost(assumptions.overhead),
    arithmetic: cost(assumptions.arithmetic),
    streaming: cost(assumptions.streaming),
    valueBytes: cost(assumptions.valueBytes),
    state: cost(assumptions.state),
  };
}

/** The assumption on an interval: narrow where the cost was fitted to runs and the model's shape is known. */
function intervalOf(kind: string, costId: string | null, model: Model, knowledge: Knowledge): string {
  const isFitted = costId !== null && knowledge.assumption(costId).sampleSize !== undefined;
  const evidence = isFitted && isArchitectureKnown(model) ? "calibrated" : "formula";
  return `interval-${kind}-${evidence}`;
}

/** Share of all prompts that a sequence waits for on average before its first token. */
export function firstTokenWait({ runtime, concurrency }: Placed): number {
  return runtime.value.readsPromptsTogether ? 1 : meanWait(concurrency);
}

function imagesOf(board: Board, placed: Placed, share: number, knowledge: Knowledge): number | null {
  const { images, concurrency } = placed;
  const perImage = images > 0 ? imageTokensPerSequence(placed) / images : 0;
  const milliseconds = visionTime(board, placed, perImage, images * concurrency, knowledge);
  return milliseconds === null ? null : milliseconds / share;
}

/** Times to read images and prompts with a share of the board; the pass that reads a prompt yields its first token. */
export function promptTimes(
  board: Board,
  placed: Placed,
  promptTokens: number,
  share: number,
  knowledge: Knowledge,
): PromptTimes {
  const tokens = { tokens: promptTokens + imageTokensPerSequence(placed), sequences: placed.concurrency };
  const reader = toPromptReader(board, placed, tokens, knowledge);
  if (!reader) return noPromptTimes;
  const { model, machine, assumptions } = reader;
  const work = toPromptWork(placed, model, tokens);
  const prompt = promptTime(work, machine, toPromptCosts(reader, knowledge)) / share;
  const vision = imagesOf(board, placed, share, knowledge);
  const promptInterval = intervalOf("prompt", assumptions.arithmetic, model, knowledge);
  const visionInterval =
    vision === null
      ? null
      : intervalOf("vision", visionAssumption(board, placed, knowledge), model, knowledge);
  const width = knowledge.assumption(promptInterval).value;
  const visionWidth = visionInterval === null ? 0 : knowledge.assumption(visionInterval).value;
  const speed = (1000 * tokens.sequences * tokens.tokens) / prompt;
  const first = firstTokenWait(placed) * ((vision ?? 0) + prompt);
  const ceiling = ceilingPrefill(layerParameters(model), machine.peakOperations);
  return {
    prefillTokensPerSecond: toRange(speed, width, ceiling),
    visionMs: vision === null ? null : toRange(vision, visionWidth),
    timeToFirstTokenMs: toRange(first, Math.max(width, visionWidth)),
    promptInterval,
    visionInterval,
  };
}
