import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isLanguageModel } from "../../tools/placement/workload.ts";
import type { OwnSettings } from "./own-settings.ts";
import type { ModelMention } from "./read-models.ts";

/** The settings of a question as a whole, and its models with their own. */
type Slots = {
  models: ModelMention[];
  quantizations: readonly string[];
  runtimes: readonly string[];
  contextTokens?: number;
  concurrency?: number;
  images?: number;
  streams?: number;
  kvCacheType?: string;
};

type Kind = "language" | "detector" | "other";

function kindOf({ reference }: ModelMention, knowledge: Knowledge): Kind {
  const record = typeof reference === "string" ? knowledge.models.find(reference)?.entry.value : undefined;
  if (record === undefined || isLanguageModel(record)) return "language";
  return record.kind === "detector" ? "detector" : "other";
}

/** A mention with what is left of its own settings, where anything is. */
function withOwn({ own: _, ...model }: ModelMention, own: OwnSettings): ModelMention {
  return Object.keys(own).length > 0 ? { ...model, own } : model;
}

/** The only one of them; undefined where there are more, since each then keeps its own settings. */
function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

function liftLanguage<Reading extends Slots>(reading: Reading, model: ModelMention): Reading {
  const { quantization, runtime, contextTokens, concurrency, kvCacheType, ...rest } = model.own ?? {};
  const { images, ...withoutImages } = rest;
  const left = images ? withoutImages : rest;
  return {
    ...reading,
    models: reading.models.map((other) => (other === model ? withOwn(model, left) : other)),
    ...(quantization && { quantizations: [quantization] }),
    ...(runtime && { runtimes: [runtime] }),
    ...(contextTokens && { contextTokens }),
    ...(concurrency && { concurrency }),
    ...(kvCacheType && { kvCacheType }),
    ...(images && { images }),
  };
}

function liftDetector<Reading extends Slots>(reading: Reading, model: ModelMention): Reading {
  const { streams, ...left } = model.own ?? {};
  return {
    ...reading,
    models: reading.models.map((other) => (other === model ? withOwn(model, left) : other)),
    ...(streams && { streams }),
  };
}

/**
 * What the only language model of a question, and its only detector, are run with holds for the whole question, so
 * that later turns can change it; several models keep their settings to themselves.
 */
export function liftSettings<Reading extends Slots>(reading: Reading, knowledge: Knowledge): Reading {
  const language = only(reading.models.filter((model) => kindOf(model, knowledge) === "language"));
  const lifted = language?.own ? liftLanguage(reading, language) : reading;
  const detector = only(lifted.models.filter((model) => kindOf(model, knowledge) !== "language"));
  const isDetector = detector?.own && kindOf(detector, knowledge) === "detector";
  return isDetector ? liftDetector(lifted, detector) : lifted;
}

/** The own settings of models spoken of before, without those that a later turn states anew. */
export function withoutRestated(
  models: readonly ModelMention[],
  now: Slots,
  knowledge: Knowledge,
): ModelMention[] {
  return models.map((model) => {
    if (!model.own || now.models.includes(model)) return model;
    if (kindOf(model, knowledge) !== "language") {
      const { streams, ...others } = model.own;
      return now.streams === undefined ? model : withOwn(model, others);
    }
    const stated: OwnSettings = {
      quantization: now.quantizations[0],
      runtime: now.runtimes[0],
      contextTokens: now.contextTokens,
      concurrency: now.concurrency,
      kvCacheType: now.kvCacheType,
      images: now.images,
    };
    const restated = new Set(Object.entries(stated).flatMap(([name, value]) => (value ? [name] : [])));
    const kept = Object.entries(model.own).filter(([name]) => !restated.has(name));
    return withOwn(model, Object.fromEntries(kept));
  });
}
