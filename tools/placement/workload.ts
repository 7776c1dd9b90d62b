import { z } from "zod";
import type { CacheType, Quantization, Runtime } from "../../knowledge/engine-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { Model, Workload } from "../../knowledge/schema.ts";
import { toFormat } from "./format.ts";
import { Reference, type Subject, toSubject } from "./subject.ts";

const positive = z.int().positive();

/** One thing that occupies the board, as a caller states it. */
export const WorkloadInput = z.strictObject({
  model: Reference,
  quantization: z.string().optional().describe("q4-k-m, w4a16, awq-int4, nvfp4, fp8, fp16 …"),
  runtime: z.string().optional().describe("llama-cpp, ollama, vllm, tensorrt-edge-llm, tensorrt …"),
  contextTokens: positive.optional().describe("tokens of context per sequence"),
  concurrency: positive.optional().describe("sequences at once"),
  kvCacheType: z.string().optional().describe("f16, q8_0, q4_0, fp8"),
  images: z.int().nonnegative().optional().describe("images in the context of one sequence"),
  imageWidth: positive.optional(),
  imageHeight: positive.optional(),
  streams: positive.optional().describe("camera streams of a detector"),
  maxInputTokens: positive.optional(),
  speculativeDecoding: z
    .strictObject({
      method: z.string(),
      acceptedTokensPerPass: z.number().min(1).optional(),
      draft: Reference.optional(),
    })
    .optional(),
});
export type WorkloadInput = z.infer<typeof WorkloadInput>;

/** A workload with everything filled in; `resolved` is the input that says all of it. */
export type Placed = {
  subject: Subject<Model | Workload>;
  language: Model | null;
  quantization: { id: string; value: Quantization };
  runtime: { id: string; value: Runtime };
  cacheType: { id: string; value: CacheType };
  contextTokens: number;
  concurrency: number;
  images: number;
  imageWidth: number;
  imageHeight: number;
  streams: number;
  draft: Model | null;
  speculation: { method: string; acceptedTokensPerPass?: number | undefined } | null;
  resolved: WorkloadInput;
  assumptions: string[];
};

const languageKinds = ["llm", "vlm", "vla"];
const workloadKinds: readonly string[] = Workload.shape.kind.options;
const defaults = {
  contextTokens: 4096,
  concurrency: 1,
  kvCacheType: "f16",
  imageWidth: 1280,
  imageHeight: 720,
};

/** True for what is a language model in the widest sense: LLM, VLM, VLA. */
export function isLanguageModel(record: Model | Workload): record is Model {
  return languageKinds.includes(record.kind);
}

function parseInline(raw: unknown): z.ZodSafeParseResult<Model | Workload> {
  const { kind } = z.looseObject({ kind: z.string().optional() }).parse(raw);
  return kind !== undefined && workloadKinds.includes(kind) ? Workload.safeParse(raw) : Model.safeParse(raw);
}

/** Fills in what a workload leaves open and says what was filled in. */
export function toPlaced(input: WorkloadInput, knowledge: Knowledge): Placed {
  const subject = toSubject(input.model, knowledge.models, parseInline);
  const { record } = subject;
  const language = isLanguageModel(record) ? record : null;
  const format = toFormat(input, record.kind, subject.name, knowledge);
  const contextTokens = input.contextTokens ?? defaults.contextTokens;
  const concurrency = input.concurrency ?? defaults.concurrency;
  const cacheType = knowledge.cacheTypes.get(input.kvCacheType ?? defaults.kvCacheType).entry;
  const images = language ? (input.images ?? (record.kind === "vlm" ? 1 : 0)) : 0;
  const imageWidth = input.imageWidth ?? defaults.imageWidth;
  const imageHeight = input.imageHeight ?? defaults.imageHeight;
  const streams = input.streams ?? 1;
  const draftSubject = input.speculativeDecoding?.draft
    ? toSubject(input.speculativeDecoding.draft, knowledge.models, parseInline).record
    : null;
  const filled = [
    ...subject.assumptions,
    ...format.assumptions,
    ...(language && input.contextTokens === undefined
      ? [`${contextTokens.toLocaleString("en-US")} tokens of context`]
      : []),
    ...(language && images > 0 && input.images === undefined
      ? [`${images} image of ${imageWidth}×${imageHeight}`]
      : []),
    ...(record.kind === "detector" && input.streams === undefined ? ["one camera stream"] : []),
  ];
  const { quantization, runtime } = format;
  const common = { model: subject.reference, quantization: quantization.id, runtime: runtime.id };
  const resolved: WorkloadInput = language
    ? {
        ...common,
        contextTokens,
        concurrency,
        kvCacheType: cacheType.id,
        ...((images > 0 || input.images !== undefined) && { images, imageWidth, imageHeight }),
        ...(input.maxInputTokens && { maxInputTokens: input.maxInputTokens }),
        ...(input.speculativeDecoding && { speculativeDecoding: input.speculativeDecoding }),
      }
    : { ...common, streams };
  return {
    subject,
    language,
    quantization,
    runtime,
    cacheType,
    contextTokens,
    concurrency,
    images,
    imageWidth,
    imageHeight,
    streams,
    draft: draftSubject && isLanguageModel(draftSubject) ? draftSubject : null,
    speculation: input.speculativeDecoding ?? null,
    resolved,
    assumptions: filled.map((text) => (text.startsWith('"') ? text : `${subject.name}: ${text}`)),
  };
}
