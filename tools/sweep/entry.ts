import type { Knowledge } from "../../knowledge/knowledge.ts";
import { weightBytes } from "../formulas/weights.ts";
import { imageTokensPerSequence } from "../memory/language-lines.ts";
import type { Board } from "../placement/board.ts";
import { newestPrice } from "../placement/newest-price.ts";
import type { Placed } from "../placement/workload.ts";
import type { Configuration, Setting } from "./configuration.ts";
import type { Rankable } from "./ranking.ts";
import { type Figures, type Miss, missesOf, type Requirements } from "./requirements.ts";

/** A configuration that was tried: its figures, and what it misses. Light, since many are kept. */
export type Entry = Rankable & { board: Board; workloads: readonly Placed[]; missed: readonly Miss[] };

/** Everything that a sweep holds against each configuration. */
export type Terms = { setting: Setting; wanted: Requirements };

/** Bits in which weights are published that nobody has compressed. */
const uncompressedBits = 16;

/** Bits that a weight of the language part takes on average; 16 where nothing is known of it. */
export function bitsPerWeight({ language, quantization }: Placed): number {
  const parameters =
    (language?.parametersBillions ?? 0) * 1e9 - (language?.visionParametersMillions ?? 0) * 1e6;
  if (!language || parameters <= 0) return uncompressedBits;
  return (8 * weightBytes(language, quantization.value).language) / parameters;
}

/** How good the weights of the language models are on average: bits as named, fewer where few are stored. */
function weightQuality(workloads: readonly Placed[]): number {
  const each = workloads.flatMap((placed) =>
    placed.language ? [Math.min(placed.quantization.value.nominalBits, bitsPerWeight(placed))] : [],
  );
  return each.reduce((sum, bits) => sum + bits, 0) / Math.max(1, each.length);
}

function contextFault(workloads: readonly Placed[]): Figures["contextFault"] {
  for (const placed of workloads) {
    const { language, contextTokens } = placed;
    if (!language) continue;
    if (imageTokensPerSequence(placed) > contextTokens) return "too-short-for-images";
    if (language.maxContext && contextTokens > language.maxContext) return "beyond-model";
  }
  return null;
}

function leastContext(workloads: readonly Placed[]): number {
  const contexts = workloads.flatMap(({ language, contextTokens }) => (language ? [contextTokens] : []));
  return Math.min(...contexts);
}

/** Holds a configuration against what is wanted. */
export function judge(
  { board, workloads, ledger, speed }: Configuration,
  { setting, wanted }: Terms,
  index: number,
  knowledge: Knowledge,
): Entry {
  const leading = setting.leading === undefined ? undefined : workloads[setting.leading];
  const decode = leading && (speed.decodeTokensPerSecond?.expected ?? null);
  const figures: Figures = {
    verdict: ledger.verdict,
    headroomBytes: ledger.headroomBytes,
    decode,
    priceUsd: newestPrice(board.record)?.value ?? null,
    watts: board.mode?.watts ?? null,
    contextTokens: leastContext(workloads),
    contextFault: contextFault(workloads),
  };
  const missed = missesOf(figures, wanted);
  const enough = wanted.minimumTokensPerSecond ?? knowledge.assumption("interactive-speed").value;
  return {
    board,
    workloads,
    figures,
    missed,
    misses: missed.length,
    pace: Math.min(1, (decode ?? 0) / enough),
    weightQuality: weightQuality(workloads),
    index,
  };
}
