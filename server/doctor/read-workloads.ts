import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { WorkloadInput } from "../../tools/placement/workload.ts";
import { workloadsOf } from "../built-in/plan-fit.ts";
import { readQuestion } from "../built-in/reading.ts";

const separators = /\s*(?:[,;+&]|\band\b|\bplus\b|\bnext to\b|\bbeside\b|\bwith\b(?!\s*\d))\s*/i;

function workloadsIn(piece: string, knowledge: Knowledge): WorkloadInput[] {
  const found = workloadsOf(readQuestion(piece, knowledge), knowledge);
  // A part with no name on record must not be left out in silence: the catalogue says what is near it.
  if (found.length === 0) knowledge.models.get(piece);
  return found.map(({ workload }) => WorkloadInput.parse(workload));
}

/**
 * What else runs on the board, as people write it: "Qwen2.5-VL-7B and YOLO, Whisper small". Throws `unknown-id` for
 * a part that names nothing on record, `invalid-input` for a text without a name.
 */
export function readWorkloads(texts: readonly string[], knowledge: Knowledge): WorkloadInput[] {
  const pieces = texts.flatMap((text) => text.split(separators)).filter((piece) => piece.trim() !== "");
  if (texts.length > 0 && pieces.length === 0)
    throw new AppError(
      "invalid-input",
      'Cannot read what else runs: name it, for example --beside "Qwen2.5-VL-7B and YOLO".',
    );
  return pieces.flatMap((piece) => workloadsIn(piece, knowledge));
}
