import { z } from "zod";
import type { CacheType, Quantization, Runtime } from "../../knowledge/engine-schema.ts";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { Model, Workload } from "../../knowledge/schema.ts";
import { formatCount } from "../../knowledge/units.ts";
import { EngineSettings, statedSettings } from "./engine-settings.ts";
import { toFormat } from "./format.ts";
import { Reference, type Subject, toSubject } from "./subject.ts";

const positive = z.int().positive();
const name = z.string().max(200);
/** Beyond these a question is a mistake: tokens of one sequence; sequences, images, pixels or streams at once. */
const longestContext = 2 ** 24;
const mostAtOnce = 2 ** 16;

/** One thing that occupies the board, as a caller states it. */
export const WorkloadInput = z.strictObject({
  model: Reference,
  quantization: name.optional().describe("q4-k-m, w4a16, awq-int4, nvfp4, fp8, fp16 …"),
  runtime: name.optional().describe("llama-cpp, ollama, vllm, tensorrt-edge-llm, tensorrt …"),
  contextTokens: positive.max(longestContext).optional().describe("tokens of context per sequence"),
  concurrency: positive.max(mostAtOnce).optional().describe("sequences at once"),
  kvCacheType: name.optional().describe("f16, q8_0, q4_0, fp8"),
  images: z.int().nonnegative().max(mostAtOnce).optional().describe("images in the context of one sequence"),
  imageWidth: positive.max(mostAtOnce).optional().describe("pixels"),
  imageHeight: positive.max(mostAtOnce).optional().describe("pixels"),
  streams: positive
    .max(mostAtOnce)
    .optional()
    .describe("camera streams of a detector, or how many of a process"),
  maxInputTokens: positive.max(longestContext).optional(),
  speculativeDecoding: z
    .strictObject({
      method: name,
      acceptedTokensPerPass: z.number().min(1).optional(),
      draft: Reference.optional(),
    })
    .optional(),
  ...EngineSettings.shape,
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
  /** Longest prompt, where that is stated. */
  maxInputTokens: number | null;
  /** How the engine is run, as far as that was stated. */
  settings: EngineSettings;
  resolved: WorkloadInput;
  assumptions: string[];
};

const languageKinds = ["llm", "vlm", "vla"];
/** The type of cache that engines take unless told otherwise. */
export const defaultCacheType = "f16";

const defaults = {
  contextTokens: 4096,
  concurrency: 1,
  imageWidth: 1280,
  imageHeight: 720,
};

/** True for what is a language model in the widest sense: LLM, VLM, VLA. */
export function isLanguageModel(record: Model | Workload): record is Model {
  return languageKinds.includes(record.kind);
}

function parseInline(raw: unknown): z.ZodSafeParseResult<Model | Workload> {
  const isWorkload = z.looseObject({ kind: Workload.shape.kind }).safeParse(raw).success;
  return isWorkload ? Workload.safeParse(raw) : Model.safeParse(raw);
}

type Filled = Pick<
  Placed,
  "contextTokens" | "concurrency" | "images" | "imageWidth" | "imageHeight" | "streams"
>;

function fillIn(input: WorkloadInput, record: Model | Workload): Filled {
  const isLanguage = isLanguageModel(record);
  return {
    contextTokens: (isLanguage && input.contextTokens) || defaults.contextTokens,
    concurrency: (isLanguage && input.concurrency) || defaults.concurrency,
    images: isLanguage ? (input.images ?? (record.kind === "vlm" ? 1 : 0)) : 0,
    imageWidth: input.imageWidth ?? defaults.imageWidth,
    imageHeight: input.imageHeight ?? defaults.imageHeight,
    streams: input.streams ?? 1,
  };
}

/** What was filled in, in words. */
function filledWords(input: WorkloadInput, record: Model | Workload, filled: Filled): string[] {
  const { contextTokens, images, imageWidth, imageHeight } = filled;
  const isLanguage = isLanguageModel(record);
  const words: string[] = [];
  if (isLanguage && input.contextTokens === undefined)
    words.push(`${formatCount(contextTokens)} tokens of context`);
  if (images > 0 && input.images === undefined) words.push(`${images} image of ${imageWidth}×${imageHeight}`);
  if (record.kind === "detector" && input.streams === undefined) words.push("one camera stream");
  return words;
}

/** The input that says all of it: what a language model has, or what any other workload has. */
function resolve(
  input: WorkloadInput,
  isLanguage: boolean,
  settings: EngineSettings | null,
  filled: Filled,
  ids: Pick<WorkloadInput, "model" | "quantization" | "runtime" | "kvCacheType" | "speculativeDecoding">,
): WorkloadInput {
  const { contextTokens, concurrency, images, imageWidth, imageHeight, streams } = filled;
  const { kvCacheType, ...common } = ids;
  if (!isLanguage) return { ...common, streams };
  return {
    ...common,
    contextTokens,
    concurrency,
    kvCacheType,
    ...((images > 0 || input.images !== undefined) && { images, imageWidth, imageHeight }),
    ...(input.maxInputTokens && { maxInputTokens: input.maxInputTokens }),
    ...settings,
  };
}

/** Words of tables for runs without speculative decoding. */
const withoutSpeculation = ["none", "no", "off", "vanilla"];

type Speculation = NonNullable<WorkloadInput["speculativeDecoding"]>;

/** How a language model drafts; null where it does not, also where that is said as a method. */
function toSpeculation({ speculativeDecoding }: WorkloadInput, language: Model | null): Speculation | null {
  if (!language || !speculativeDecoding) return null;
  return withoutSpeculation.includes(speculativeDecoding.method.trim().toLowerCase())
    ? null
    : speculativeDecoding;
}

function toDraft(speculation: Speculation | null, knowledge: Knowledge): Model | null {
  if (!speculation?.draft) return null;
  const { record } = toSubject(speculation.draft, knowledge.models, parseInline);
  return isLanguageModel(record) ? record : null;
}

/** Fills in what a workload leaves open and says what was filled in. */
export function toPlaced(input: WorkloadInput, knowledge: Knowledge): Placed {
  const subject = toSubject(input.model, knowledge.models, parseInline);
  const { record, name } = subject;
  const language = isLanguageModel(record) ? record : null;
  if (language && subject.id === null && language.parametersBillions === undefined)
    throw new AppError("invalid-input", `Cannot size "${name}": give its parametersBillions.`);
  const { quantization, runtime, assumptions } = toFormat(input, record.kind, name, knowledge);
  const statedCache = knowledge.cacheTypes.get(input.kvCacheType ?? defaultCacheType).entry;
  const cacheType = language ? statedCache : knowledge.cacheTypes.get(defaultCacheType).entry;
  const filled = fillIn(input, record);
  const settings = language ? statedSettings(input) : null;
  const speculation = toSpeculation(input, language);
  const ids = {
    model: subject.reference,
    quantization: quantization.id,
    runtime: runtime.id,
    kvCacheType: cacheType.id,
    ...(speculation && { speculativeDecoding: speculation }),
  };
  const own = [...assumptions, ...filledWords(input, record, filled)].map((text) => `${name}: ${text}`);
  return {
    ...filled,
    subject,
    language,
    quantization,
    runtime,
    cacheType,
    draft: toDraft(speculation, knowledge),
    speculation,
    maxInputTokens: (language && input.maxInputTokens) || null,
    settings: settings ?? {},
    resolved: resolve(input, language !== null, settings, filled, ids),
    assumptions: [...subject.assumptions, ...own],
  };
}
