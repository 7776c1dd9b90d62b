import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import { cacheGroups } from "../formulas/kv-cache.ts";
import { type PromptCosts, type PromptWork, promptOperations } from "../formulas/prefill.ts";
import { streamedWeightBytes } from "../formulas/streamed-bytes.ts";
import { parameterClasses } from "../formulas/weights.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { closestAssumption, findClosestAssumption } from "./closest-assumption.ts";

/** Parameters of the layers that one token of a prompt passes; the output head sees only the last one. */
export function layerParameters(model: Model): number {
  const { embedding, head, layers } = parameterClasses(model);
  const active = (model.activeBillions ?? 0) * 1e9;
  if (active === 0) return layers;
  return Math.min(layers, Math.max(0, model.experts ? active - embedding - head : active));
}

function attentionGroups(model: Model) {
  const width = (model.heads ?? 0) * (model.headSize ?? 0) || (model.hiddenSize ?? 0);
  const groups = cacheGroups(model);
  if (groups.length === 0) return [{ layers: model.layers ?? 0, width }];
  return groups.map(({ layers, window }) => ({ layers, width, window }));
}

/** Tokens of each of a number of sequences: of a prompt or, with `isChecking`, drafted ones that a pass checks. */
export type PromptTokens = { tokens: number; sequences: number; isChecking?: boolean };

/** What it takes a model to read them. */
export function toPromptWork(placed: Placed, model: Model, { tokens, sequences }: PromptTokens): PromptWork {
  const all = tokens * sequences;
  return {
    operations: promptOperations(layerParameters(model), attentionGroups(model), tokens, sequences),
    weightBytes: streamedWeightBytes(model, placed.quantization.value, all),
    values: all * (model.layers ?? 0) * (model.hiddenSize ?? 0),
    // Written and read again.
    stateBytes: 2 * (model.recurrentState ?? 0) * all,
  };
}

/** Chunked kernels work on tiles of this many values; heads of another width are read token by token. */
const chunkedTile = 64;

/** How recurrent layers take the tokens on: in chunks where the kernels do, and to check drafts with every state kept. */
function scanOf(board: Board, { runtime }: Placed, model: Model, isChecking: boolean): string {
  if (isChecking) return "kept";
  const capability = board.record.gpu.computeCapability ?? 0;
  const fits = (model.recurrentHeadSize ?? chunkedTile) % chunkedTile === 0;
  return fits && capability >= (runtime.value.chunkedScanFrom ?? 0) ? "chunked" : "stepwise";
}

/** The assumption on arithmetic; mixtures of experts have their own where an engine is slow at them. */
function arithmeticAssumption(
  kind: string,
  board: Board,
  placed: Placed,
  model: Model,
  knowledge: Knowledge,
) {
  const mixture = model.experts ? findClosestAssumption(`${kind}-mixture`, board, placed, knowledge) : null;
  return mixture ?? closestAssumption(kind, board, placed, knowledge);
}

/** The assumption behind each cost of a prompt; null for a cost that does not occur. */
export function promptAssumptions(
  board: Board,
  placed: Placed,
  model: Model,
  { kind }: Arithmetic,
  { sequences, isChecking = false }: PromptTokens,
  knowledge: Knowledge,
): Record<keyof PromptCosts, string | null> {
  return {
    overhead: isChecking ? null : closestAssumption("prompt-overhead", board, placed, knowledge),
    arithmetic: arithmeticAssumption(`prompt-arithmetic-${kind}`, board, placed, model, knowledge),
    streaming: isChecking ? null : "prompt-streaming",
    valueBytes: sequences > 1 ? "prompt-value-bytes-batch" : "prompt-value-bytes",
    state: model.recurrentState ? `prompt-state-${scanOf(board, placed, model, isChecking)}` : null,
  };
}
