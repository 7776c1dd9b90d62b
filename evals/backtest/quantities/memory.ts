import type { Measurement } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import type { Model } from "../../../knowledge/schema.ts";
import type { LedgerPart } from "../../../tools/memory/language-lines.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { memoryFit } from "../../../tools/memory-fit.ts";
import { isLanguageModel, type Placed, toPlaced } from "../../../tools/placement/workload.ts";
import { edgeMemoryRuns } from "../../calibration/edge-runs.ts";
import { isTrusted } from "../../runs.ts";
import { cachePeers, memoryPeers, weightPeers } from "../peers/memory.ts";
import type { Case, Estimated, Quantity } from "../quantity.ts";

/** A measured size in bytes, and the plan that should take as much. */
export type MemoryCase = Case & { input: MemoryFitInput; parts: readonly LedgerPart[]; placed: Placed };

/** The board on which a file or a cache is sized, since neither depends on the board. */
const anyBoard = "thor-t5000";

async function estimateMemory({ input, parts }: MemoryCase, knowledge: Knowledge): Promise<Estimated> {
  const { lines } = await memoryFit.run(input, knowledge);
  const bytes = lines
    .filter(({ workload, part }) => workload === 0 && parts.includes(part))
    .reduce((sum, line) => sum + line.bytes, 0);
  return { expected: bytes };
}

function languageModel(row: Measurement, knowledge: Knowledge) {
  const record = knowledge.models.find(row.model)?.entry.value;
  return record && isLanguageModel(record) ? record : undefined;
}

/** Files are sized for an engine that loads them. */
const fileEngine = "llama-cpp";

/** The model of a cache; where a log tells the full-attention layers apart, a model of these alone. */
function cachedModel(row: Measurement, record: Model): Workload["model"] {
  if (row.cacheLayers === undefined) return row.model;
  return { ...inlineRecord(record), kvGroups: record.kvGroups?.filter(({ window }) => window === undefined) };
}

/** What of a record an inline model needs for its cache. */
function inlineRecord({ name, parametersBillions, vocabularySize, hiddenSize }: Model) {
  return { name, parametersBillions, vocabularySize, hiddenSize };
}

type Workload = MemoryFitInput["workloads"][number];

function toCase(
  row: Measurement,
  device: string,
  workload: Workload,
  parts: readonly LedgerPart[],
  knowledge: Knowledge,
): MemoryCase {
  const input = MemoryFitInput.parse({ device, os: "headless", workloads: [workload] });
  const placed = toPlaced(workload, knowledge);
  const { subject, quantization, runtime, contextTokens, concurrency } = placed;
  const shown = [subject.name, quantization.value.name, runtime.value.name];
  const load = parts.includes("kv-cache") ? [`${contextTokens} tokens × ${concurrency}`] : [];
  return {
    id: row.id,
    model: row.model,
    source: row.source,
    label: [...(device === anyBoard ? [] : [device]), ...shown, ...load].join(", "),
    measured: row.value,
    ...(row.rounding !== undefined && { rounding: row.rounding }),
    input,
    parts,
    placed,
  };
}

/** True for a format that comes as a GGUF file; 16-bit ones do as well as checkpoints. */
function isGguf(quantization: string, knowledge: Knowledge): boolean {
  const id = knowledge.quantizations.find(quantization)?.entry.id;
  return id !== undefined && knowledge.runtimes.get(fileEngine).entry.value.quantizations.includes(id);
}

/** What was measured of language models on record. */
function languageRows(knowledge: Knowledge, metric: Measurement["metric"]): Measurement[] {
  return knowledge
    .allMeasurements()
    .filter((row) => row.metric === metric && !row.estimated && languageModel(row, knowledge) !== undefined);
}

/** Files as they lie on the disk, without the projector where that is a file of its own. */
export const fileSizes: Quantity<MemoryCase> = {
  id: "gguf-file-size",
  title: "GGUF file size, beyond the printed rounding",
  unit: "B",
  bar: { medianError: 0.01, p95Error: 0.04 },
  fitted: true,
  cases: (knowledge) =>
    languageRows(knowledge, "file-size")
      .filter(isTrusted)
      .filter(({ quantization, note = "" }) => isGguf(quantization, knowledge) && !note.includes("not GGUF"))
      .map((row) => {
        const { model, quantization } = row;
        const workload = { model, quantization, runtime: fileEngine, images: 0 };
        const parts: LedgerPart[] = ["weights", "host"];
        return toCase(
          row,
          anyBoard,
          workload,
          row.includesProjector ? [...parts, "vision"] : parts,
          knowledge,
        );
      }),
  estimate: estimateMemory,
  peers: weightPeers,
};

/** Vision towers in a file of their own, in 16 bit. */
export const projectors: Quantity<MemoryCase> = {
  id: "projector-size",
  title: "Projector file size (mmproj, 16 bit), beyond the printed rounding",
  unit: "B",
  bar: null,
  fitted: false,
  cases: (knowledge) =>
    languageRows(knowledge, "projector-size")
      .filter(({ quantization }) => /^(fp|bf)16$/.test(quantization))
      .map((row) => {
        const { model, quantization } = row;
        const workload = { model, quantization, runtime: fileEngine, images: 0 };
        return toCase(row, anyBoard, workload, ["vision"], knowledge);
      }),
  estimate: estimateMemory,
  peers: {},
};

/** Weights on the GPU by the logs of engines. */
export const loadedWeights: Quantity<MemoryCase> = {
  id: "loaded-weights",
  title: "Weights as loaded",
  unit: "B",
  bar: null,
  fitted: false,
  cases: (knowledge) =>
    languageRows(knowledge, "weights").map((row) => {
      const { model, quantization, runtime } = row;
      return toCase(row, anyBoard, { model, quantization, runtime }, ["weights"], knowledge);
    }),
  estimate: estimateMemory,
  peers: weightPeers,
};

/** Caches by the logs of engines. */
export const caches: Quantity<MemoryCase> = {
  id: "kv-cache",
  title: "KV cache",
  unit: "B",
  bar: { medianError: 0.005, everyError: 0.005 },
  fitted: false,
  cases: (knowledge) =>
    languageRows(knowledge, "kv-cache")
      .filter(({ plausible }) => plausible)
      .flatMap((row) => {
        const record = languageModel(row, knowledge);
        if (!record) return [];
        const { quantization, runtime, contextTokens, concurrency, kvCacheType } = row;
        const model = cachedModel(row, record);
        const workload = { model, quantization, runtime, contextTokens, concurrency, kvCacheType };
        return toCase(row, anyBoard, workload, ["kv-cache"], knowledge);
      }),
  estimate: estimateMemory,
  peers: cachePeers,
};

const gpuParts: readonly LedgerPart[] = [
  "weights",
  "kv-cache",
  "state",
  "draft",
  "compute",
  "vision",
  "runtime",
];

/** Peaks of GPU memory of TensorRT Edge-LLM on Orin, where what is printed is a footprint. */
export const peaks: Quantity<MemoryCase> = {
  id: "peak-memory",
  title: "Peak GPU memory, TensorRT Edge-LLM on Orin",
  unit: "B",
  bar: { medianError: 0.06, p90Error: 0.15 },
  fitted: true,
  cases: (knowledge) =>
    edgeMemoryRuns(knowledge)
      .filter(({ row }) => row.speculation === undefined)
      .map(({ row, workload }) => toCase(row, row.device, workload, gpuParts, knowledge)),
  estimate: estimateMemory,
  peers: memoryPeers,
};
