import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { fitDecode } from "./decode.ts";
import { fitEdgeMemory } from "./edge-memory.ts";
import { fitGgufMixes } from "./gguf-mix.ts";
import type { FitLeastAbsolute } from "./least-absolute.ts";
import { fitPrefill } from "./prefill.ts";
import { fitSpeculation } from "./speculation.ts";
import { fitVision } from "./vision.ts";

/** Fits some of the constants to the measurements of `knowledge`, and to nothing else. */
export type Calibrator = (knowledge: Knowledge, solve: FitLeastAbsolute) => Record<string, Assumption>;

/** Every fitted constant of the project; later ones may rest on what earlier ones gave. */
export const calibrators: readonly Calibrator[] = [
  fitGgufMixes,
  fitDecode,
  fitPrefill,
  fitVision,
  fitSpeculation,
  fitEdgeMemory,
];
