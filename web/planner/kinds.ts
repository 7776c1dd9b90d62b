import type { Catalog, Kind, ModelChoice } from "./catalog.ts";
import type { Settings } from "./plan.ts";

/** What a workload of a kind is called, and which figures it is sized by. */
type KindWords = { one: string; many: string; first: string; figures: readonly Figure[] };
export type Figure = Extract<
  keyof Settings,
  "contextTokens" | "concurrency" | "images" | "streams" | "framesPerSecond"
>;

const words: Readonly<Record<Kind, KindWords>> = {
  llm: {
    one: "Language model",
    many: "Language models",
    first: "qwen3-8b",
    figures: ["contextTokens", "concurrency"],
  },
  vlm: {
    one: "Vision model",
    many: "Vision-language models",
    first: "qwen2.5-vl-7b",
    figures: ["contextTokens", "concurrency", "images"],
  },
  detector: { one: "Detector", many: "Detectors", first: "yolo11s", figures: ["streams", "framesPerSecond"] },
  asr: { one: "Speech recognition", many: "Speech recognition", first: "whisper-small", figures: [] },
  tts: { one: "Speech output", many: "Speech output", first: "piper-medium", figures: [] },
  embedding: { one: "Embedding", many: "Embeddings", first: "bge-m3", figures: [] },
  vla: {
    one: "Action model",
    many: "Vision-language-action models",
    first: "openvla-7b",
    figures: ["contextTokens", "concurrency", "images"],
  },
  stream: { one: "Camera streams", many: "Camera streams", first: "camera-stream", figures: ["streams"] },
  process: { one: "Processes", many: "Processes", first: "ros2-nodes", figures: ["streams"] },
};

export const kinds: readonly Kind[] = [
  "llm",
  "vlm",
  "detector",
  "asr",
  "tts",
  "embedding",
  "vla",
  "stream",
  "process",
];

export function wordsOf(kind: Kind): KindWords {
  return words[kind];
}

/** True for what answers in tokens: its speed is asked for. */
export function isLanguage(kind: Kind): boolean {
  return kind === "llm" || kind === "vlm" || kind === "vla";
}

/** The model that a new workload of a kind begins with. */
export function firstOf(kind: Kind, { models }: Catalog): ModelChoice | undefined {
  return models.find(({ id }) => id === words[kind].first) ?? models.find((model) => model.kind === kind);
}

/** All models in groups by kind, those of one kind before all others. */
export function modelGroups({ models }: Catalog, before: Kind) {
  const order = [before, ...kinds.filter((kind) => kind !== before)];
  return order.map((kind) => ({
    name: words[kind].many,
    options: models.filter((model) => model.kind === kind),
  }));
}

/** The engines that serve a kind, the formats that one of them loads, and the caches that it has; none named is any. */
export function settingChoices(catalog: Catalog, kind: Kind, runtime: string | undefined) {
  const serving = catalog.runtimes.filter(({ serves }) => serves.includes(kind));
  const loading = serving.filter(({ id }) => runtime === undefined || id === runtime);
  const engines = new Set(loading.map(({ id }) => id));
  const formats = new Set(loading.flatMap(({ quantizations }) => quantizations));
  return {
    runtimes: serving,
    quantizations: catalog.quantizations.filter(({ id }) => formats.has(id)),
    cacheTypes: isLanguage(kind)
      ? catalog.cacheTypes.filter(({ runtimes }) => runtimes.some((id) => engines.has(id)))
      : [],
  };
}
