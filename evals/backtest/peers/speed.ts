import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { cacheGroups } from "../../../tools/formulas/kv-cache.ts";
import type { Run } from "../../runs.ts";

/** What the formulas of others need to know of a run. Sizes in GB, as they print them. */
type Shape = {
  bandwidth: number;
  /** Billions of parameters a token passes through; of a mixture the active ones, which is to the formulas' favour. */
  parameters: number;
  bits: number;
  cacheGigabytes: number;
  isGguf: boolean;
  run: Run;
};

function shapeOf(run: Run): Shape | null {
  const { board, placed } = run;
  const { language, quantization, contextTokens } = placed;
  const bandwidth = board.mode?.bandwidth ?? board.record.bandwidth;
  const parameters = language?.activeBillions ?? language?.parametersBillions;
  if (!language || !bandwidth || !parameters) return null;
  const values = cacheGroups(language).reduce(
    (sum, { layers, kvHeads, headSize }) => sum + 2 * layers * kvHeads * headSize,
    0,
  );
  return {
    bandwidth: bandwidth / 1e9,
    parameters,
    bits: quantization.value.nominalBits,
    cacheGigabytes: (values * contextTokens * 2) / 1e9,
    isGguf: quantization.value.kind === "gguf",
    run,
  };
}

/** bandwidth ÷ (parameters × bits ÷ 8), times streams and accepted tokens. */
function roofline({ bandwidth, parameters, bits, run: { row } }: Shape): number {
  return ((bandwidth * 8) / (parameters * bits)) * row.concurrency * (row.acceptedTokensPerPass ?? 1);
}

/** llmfit 1.1 with the board's bandwidth, were it in its table: bytes by width × 0.55. */
function llmfit({ bandwidth, parameters, bits }: Shape): number {
  const bytes = bits >= 16 ? 2 : bits / 8;
  return (bandwidth / (parameters * bytes)) * 0.55;
}

/** llmfit 1.1 as it runs on a Jetson, which its table lacks: 220 ÷ parameters × 1.15 for 4 bit × 1.1. */
function llmfitUnknown({ parameters, bits }: Shape): number | null {
  return bits === 4 ? (220 / parameters) * 1.15 * 1.1 : null;
}

/** llm-checker 3.8 for 8 billion parameters in 4 bit, by memory of the board in GB; others by their size. */
const llmCheckerSpeeds: readonly { memory: number; speed: number }[] = [
  { memory: 8, speed: 37.9 },
  { memory: 16, speed: 41.7 },
  { memory: 64, speed: 71 },
  { memory: 128, speed: 108.5 },
];

function llmChecker({ parameters, bits, run }: Shape): number | null {
  const gigabytes = Math.round((run.board.record.memory ?? 0) / 2 ** 30);
  const speed = llmCheckerSpeeds.find(({ memory }) => memory === gigabytes)?.speed;
  return speed !== undefined && bits === 4 ? (speed * 8.03) / parameters : null;
}

/** whichllm 0.5: bandwidth ÷ weights × a share by width. */
function whichllm({ bandwidth, parameters, bits }: Shape): number {
  const share = bits >= 16 ? 0.4 : bits === 4 ? 0.55 : 0.45;
  return (bandwidth / ((parameters * bits) / 8)) * share;
}

/** gpu_poor: bandwidth ÷ ((2 × weights + cache) × 1.5 for GGML, 2 for others). */
function gpuPoor({ bandwidth, parameters, bits, cacheGigabytes, isGguf }: Shape): number {
  const weights = (parameters * bits) / 8;
  return bandwidth / ((2 * weights + cacheGigabytes) * (isGguf ? 1.5 : 2));
}

type Formula = (shape: Shape) => number | null;

/** A formula that knows neither several streams nor speculation speaks of one plain stream only. */
function ofOneStream(formula: Formula): Formula {
  return (shape) =>
    shape.run.row.concurrency === 1 && shape.run.row.speculation === undefined ? formula(shape) : null;
}

const formulas: Readonly<Record<string, Formula>> = {
  "naive roofline": roofline,
  "llmfit, bandwidth known": ofOneStream(llmfit),
  "llmfit, as on a Jetson": ofOneStream(llmfitUnknown),
  "llm-checker": ofOneStream(llmChecker),
  whichllm: ofOneStream(whichllm),
  gpu_poor: ofOneStream(gpuPoor),
};

/** Published formulas for decoding, in tok/s; our own code after what their projects state. */
export const speedPeers: Readonly<
  Record<string, (own: { run: Run }, knowledge: Knowledge) => number | null>
> = Object.fromEntries(
  Object.entries(formulas).map(([name, formula]) => [
    name,
    ({ run }: { run: Run }) => {
      const shape = shapeOf(run);
      return shape && formula(shape);
    },
  ]),
);
