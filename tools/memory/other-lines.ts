import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model, Workload } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import { isLanguageModel, type Placed } from "../placement/workload.ts";
import { runtimeContextBytes, type Share } from "./language-lines.ts";

function networkShares(placed: Placed, record: Workload, knowledge: Knowledge): Share[] {
  const assume = (id: string) => knowledge.assumption(id).value;
  const parameters = (record.parametersBillions ?? 0) * 1e9;
  const weights: Bytes = (parameters * placed.quantization.value.blockBits) / 8;
  const isPython = placed.runtime.id === "pytorch" || placed.runtime.id === "transformers";
  const underPython = record.memory ?? weights * assume("pytorch-workload-factor");
  const context = runtimeContextBytes(placed.runtime.id, assume);
  // A published figure for PyTorch covers the context too.
  const counted = record.memory === undefined ? weights : weights + context;
  const pipeline = placed.runtime.id === "deepstream" ? assume("deepstream-pipeline") : 0;
  const compute = isPython ? Math.max(0, underPython - counted) : assume("detector-workspace");
  return [
    { part: "weights", bytes: weights },
    { part: "compute", bytes: compute },
    { part: "runtime", bytes: context + pipeline },
  ];
}

/** The memory of a detector, speech model, embedder or camera stream, part by part. */
export function otherShares(placed: Placed, record: Model | Workload, knowledge: Knowledge): Share[] {
  if (isLanguageModel(record)) return [];
  const perStream = record.memoryPerStream ?? knowledge.assumption("stream-buffers").value;
  const hasCamera = record.kind === "detector" || record.kind === "stream";
  const streams: Share[] = hasCamera ? [{ part: "streams", bytes: perStream * placed.streams }] : [];
  if (record.kind === "stream") return streams;
  if (record.kind === "process")
    return [{ part: "runtime", bytes: (record.memory ?? 0) + perStream * placed.streams }];
  return [...networkShares(placed, record, knowledge), ...streams].filter(({ bytes }) => bytes > 0);
}
