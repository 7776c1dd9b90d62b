import type { Knowledge } from "../../knowledge/knowledge.ts";
import { displayFigure } from "../evidence/figures.ts";
import { modeLimits } from "../formulas/power-mode.ts";
import { ceilingPrefill } from "../formulas/prefill.ts";
import { completed } from "../memory/language-lines.ts";
import { type Board, toBoard } from "../placement/board.ts";
import { toPlaced } from "../placement/workload.ts";
import { computedParameters } from "../throughput/pass.ts";
import type { ClaimInput } from "./claim-input.ts";

/** The most prompt tokens a second that the arithmetic units allow, and how that comes about. */
export type PromptCeiling = { tokensPerSecond: number; words: string };

const tera = 1e12;

/** Dense operations a second at best: the fastest type of number that the format can be computed in. */
function peakOperations({ record, mode }: Board, format: string): number | undefined {
  const { fp16DenseTflops, int8DenseTops, fp8DenseTflops, fp4SparseTflops } = record.compute;
  const isFloat = format === "fp16" || format === "bf16";
  const isFour = format.endsWith("fp4") && fp4SparseTflops !== undefined;
  const low = Math.max(int8DenseTops ?? 0, fp8DenseTflops ?? 0, fp16DenseTflops ?? 0);
  const peak = isFour ? fp4SparseTflops / 2 : isFloat ? fp16DenseTflops : low;
  return peak ? peak * tera * modeLimits(record, mode).gpuShare : undefined;
}

/** The physical limit of prompt speed of a claim's configuration; undefined where board or model do not say. */
export function promptCeiling(input: ClaimInput, knowledge: Knowledge): PromptCeiling | undefined {
  const { device, powerMode, model, quantization, runtime } = input;
  if (device === undefined || model === undefined) return undefined;
  const board = toBoard(device, powerMode, knowledge);
  const placed = toPlaced({ model, quantization, runtime }, knowledge);
  const operations = peakOperations(board, placed.quantization.id);
  if (!operations || !placed.language?.parametersBillions) return undefined;
  const shape = completed(placed.language, (id) => knowledge.assumption(id).value);
  const parameters = computedParameters(shape);
  const tokensPerSecond = ceilingPrefill(parameters, operations);
  const billions = Number((parameters / 1e9).toPrecision(3));
  const words = `${displayFigure(operations, "op/s")} ÷ (2 × ${billions}B parameters) = ${displayFigure(tokensPerSecond, "tok/s")} at most`;
  return { tokensPerSecond, words };
}
