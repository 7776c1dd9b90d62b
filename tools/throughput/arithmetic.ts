import { modeLimits } from "../formulas/power-mode.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";

/** The format an engine multiplies in: that of the weights where hardware and engine have it, else 16 bit. */
export type Arithmetic = { kind: "native" | "widened"; peakOperations: number };

/** Tensor cores do half as much on dense weights as the sparse figure on the box says. */
const sparseSpeedup = 2;
/** Each halving of the bits doubles the peak, so 16 bit has a quarter of the dense FP4 figure. */
const fourBitSpeedup = 4;

function halfPrecisionTflops({ record }: Board): number | undefined {
  const { fp16DenseTflops, fp4SparseTflops } = record.compute;
  return fp16DenseTflops ?? (fp4SparseTflops && fp4SparseTflops / sparseSpeedup / fourBitSpeedup);
}

/** Peak in the format of the weights; undefined where hardware or engine widen them first. */
function nativeTflops(board: Board, { quantization, runtime }: Placed): number | undefined {
  const { needs, nominalBits, kind } = quantization.value;
  const { fp8DenseTflops, fp4SparseTflops, int8DenseTops } = board.record.compute;
  const runs = (format: "fp8" | "fp4") => needs === format && board.record.nativeFormats.includes(format);
  if (runs("fp8")) return fp8DenseTflops;
  if (runs("fp4")) return fp4SparseTflops && fp4SparseTflops / sparseSpeedup;
  if (nominalBits === 16) return halfPrecisionTflops(board);
  // Engines other than NVIDIA's own keep INT8 for the weights only.
  const isInt8 = needs === undefined && nominalBits === 8 && kind === "checkpoint";
  return isInt8 && runtime.id.startsWith("tensorrt") ? int8DenseTops : undefined;
}

function inMode(board: Board, tflops: number): number {
  return tflops * 1e12 * modeLimits(board.record, board.mode).gpuShare;
}

/** Dense 16-bit peak in the power mode, operations a second: that of vision towers. */
export function halfPrecisionPeak(board: Board): number | undefined {
  const tflops = halfPrecisionTflops(board);
  return tflops === undefined ? undefined : inMode(board, tflops);
}

/** Dense peak in the power mode and in the format that the engine multiplies in; undefined where nobody states compute. */
export function arithmeticOf(board: Board, placed: Placed): Arithmetic | undefined {
  const native = nativeTflops(board, placed);
  const tflops = native ?? halfPrecisionTflops(board);
  if (tflops === undefined) return undefined;
  return { kind: native === undefined ? "widened" : "native", peakOperations: inMode(board, tflops) };
}
