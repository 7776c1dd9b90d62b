import type { Knowledge } from "../../knowledge/knowledge.ts";
import { decodeQuantities } from "./quantities/decode.ts";
import { caches, fileSizes } from "./quantities/memory.ts";
import { type Prepared, prepare } from "./quantity.ts";

/** Every quantity that is tested, with its cases. */
export function prepareQuantities(knowledge: Knowledge): Prepared[] {
  return [
    prepare(fileSizes, knowledge),
    prepare(caches, knowledge),
    ...decodeQuantities.map((quantity) => prepare(quantity, knowledge)),
  ].filter(({ tests }) => tests.length > 0);
}
