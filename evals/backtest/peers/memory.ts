import { cacheGroups } from "../../../tools/formulas/kv-cache.ts";
import { isLanguageModel, type Placed } from "../../../tools/placement/workload.ts";

/** What the formulas of others need to know of a model in memory. */
type Shape = {
  billions: number;
  bits: number;
  contextTokens: number;
  /** Heads × head size × layers, of keys alone, over all layers. */
  keyValues: number;
  hasEyes: boolean;
  /** Bytes of a value of the cache, as a round number. */
  cacheBytes: number;
};

function shapeOf({ language, quantization, contextTokens, concurrency, cacheType }: Placed): Shape | null {
  if (!language || !isLanguageModel(language) || !language.parametersBillions || !language.layers)
    return null;
  const { bytesPerValue } = cacheType.value;
  return {
    billions: language.parametersBillions,
    bits: quantization.value.nominalBits,
    contextTokens: contextTokens * concurrency,
    keyValues:
      (language.layers ?? 0) *
      (cacheGroups(language)[0]?.kvHeads ?? 0) *
      (cacheGroups(language)[0]?.headSize ?? 0),
    hasEyes: language.kind === "vlm",
    cacheBytes: bytesPerValue >= 2 ? 2 : bytesPerValue >= 1 ? 1 : 0.5,
  };
}

/** Bytes a parameter of llmfit 1.1, and of llm-checker 3.8 where it has the width. */
function bytesPerParameter(bits: number, isChecker: boolean): number {
  const table: readonly [number, number][] = [
    [16, 2],
    [8, 1.05],
    [6, 0.8],
    [5, 0.68],
    [4, 0.58],
    [3, 0.48],
  ];
  const [, bytes = 0.37] = table.find(([width]) => bits >= width) ?? [];
  return isChecker && bits >= 16 ? 2.1 : bytes;
}

type Formula = (shape: Shape) => number;

const naiveWeights: Formula = ({ billions, bits }) => (billions * 1e9 * bits) / 8;
const llmfitCache: Formula = ({ keyValues, contextTokens, cacheBytes }) =>
  2 * keyValues * contextTokens * cacheBytes;
const llmCheckerCache: Formula = ({ billions, contextTokens }) => 0.000008 * billions * contextTokens * 1e9;
const whichllmCache: Formula = ({ billions, contextTokens }) =>
  (3.5 * 2 ** 20 * billions * contextTokens) / 1024;

/** Weights alone, in bytes. */
export const weightPeers = named({
  "parameters × bits ÷ 8": naiveWeights,
  llmfit: ({ billions, bits }) => billions * 1e9 * bytesPerParameter(bits, false),
  "llm-checker": ({ billions, bits }) => billions * 1e9 * bytesPerParameter(bits, true),
});

/** Key-value cache alone, in bytes. */
export const cachePeers = named({
  llmfit: llmfitCache,
  "llm-checker": llmCheckerCache,
  whichllm: whichllmCache,
});

/** Weights, cache and all that runs with them, in bytes. */
export const memoryPeers = named({
  "the documents' rule of thumb": (shape) => naiveWeights(shape) * 1.4 + (shape.hasEyes ? 0.65e9 : 0),
  llmfit: (shape) => shape.billions * 1e9 * bytesPerParameter(shape.bits, false) + llmfitCache(shape) + 0.5e9,
  "llm-checker": (shape) =>
    shape.billions * 1e9 * bytesPerParameter(shape.bits, true) + llmCheckerCache(shape) + 0.425e9,
  whichllm: (shape) =>
    naiveWeights(shape) +
    whichllmCache(shape) +
    0.4e9 +
    0.08 * shape.billions * 1e9 +
    (150e6 * shape.contextTokens) / 4096 +
    0.5e9,
  gpu_poor: (shape) => naiveWeights(shape) + llmfitCache(shape) + 650e6,
});

/** Published formulas by name; our own code after what their projects state. */
function named(
  formulas: Readonly<Record<string, Formula>>,
): Readonly<Record<string, (own: { placed: Placed }) => number | null>> {
  return Object.fromEntries(
    Object.entries(formulas).map(([name, formula]) => [
      name,
      ({ placed }: { placed: Placed }) => {
        const shape = shapeOf(placed);
        return shape && formula(shape);
      },
    ]),
  );
}
