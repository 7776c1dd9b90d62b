import type { Knowledge } from "../../knowledge/knowledge.ts";
import { decodeQuantities } from "./quantities/decode.ts";
import { caches, fileSizes, loadedWeights, peaks, projectors } from "./quantities/memory.ts";
import { promptQuantities } from "./quantities/prompt.ts";
import { visionTimes } from "./quantities/vision.ts";
import { type Prepared, prepare } from "./quantity.ts";

/** Every quantity that is tested, with its cases. */
export function prepareQuantities(knowledge: Knowledge): Prepared[] {
  return [
    prepare(fileSizes, knowledge),
    prepare(projectors, knowledge),
    prepare(loadedWeights, knowledge),
    prepare(caches, knowledge),
    prepare(peaks, knowledge),
    ...decodeQuantities.map((quantity) => prepare(quantity, knowledge)),
    ...promptQuantities.map((quantity) => prepare(quantity, knowledge)),
    prepare(visionTimes, knowledge),
  ].filter(({ tests }) => tests.length > 0);
}
