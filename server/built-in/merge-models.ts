import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isLanguageModel } from "../../tools/placement/workload.ts";
import { readCopies } from "./follow-up-words.ts";
import type { ModelMention } from "./read-models.ts";
import type { Reading } from "./reading.ts";

/** The models after a turn, and what was assumed about them. */
export type MergedModels = { models: ModelMention[]; notices: string[] };

type Kind = "language" | "detector" | "asr" | "tts" | "embedding" | "stream" | "process";

function kindOf({ reference }: ModelMention, knowledge: Knowledge): Kind {
  const record = typeof reference === "string" ? knowledge.models.find(reference)?.entry.value : undefined;
  return record === undefined || isLanguageModel(record) ? "language" : record.kind;
}

const kindWords: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/\bdetect(?:or|ion)s?\b/i, ["detector", "stream"]],
  [/\bcam(?:era)?s?\b|\bstreams?\b/i, ["stream"]],
  [/\bspeech\b|\basr\b|\btranscri\w+/i, ["asr", "tts"]],
  [/\btts\b|\bvoice\b/i, ["tts"]],
  [/\bembedd\w+/i, ["embedding"]],
  [/\b(?:vlm|llm|vla|language\s+model|chat)\b/i, ["language"]],
];

/** Models that a turn takes back by name or by kind. */
function withoutRejected(
  models: readonly ModelMention[],
  rejected: string,
  taken: readonly ModelMention[],
  knowledge: Knowledge,
): ModelMention[] {
  const kinds = kindWords.flatMap(([pattern, named]) => (pattern.test(rejected) ? named : []));
  const names = taken.map(({ name }) => name);
  return models.filter((model) => !names.includes(model.name) && !kinds.includes(kindOf(model, knowledge)));
}

const beside =
  /\b(?:next\s+to|alongside|besides?|in\s+addition|together|plus|add(?:ing)?|as\s+well|too|also|along\s+with|both|in\s+parallel|at\s+the\s+same\s+time|simultaneously)\b/i;
const withAnother = /\bwith\b/i;

/** The letters and digits in front of a model's size: what its siblings share. */
function lineOf(name: string): string {
  return name.replace(/[\s-]*\d+(?:\.\d+)?B.*$/i, "").toLowerCase();
}

const alike = 0.1;

function shared(a: string, b: string): number {
  const length = [...a].findIndex((letter, index) => letter !== b[index]);
  return length < 0 ? a.length : length;
}

/** "The 70B" after Llama 3.1 8B is the 70B of that line, where one is on record. */
function sibling(model: ModelMention, before: readonly ModelMention[], knowledge: Knowledge): ModelMention {
  const spoken = before.find((other) => kindOf(other, knowledge) === "language");
  const { billions, reference } = model;
  if (!spoken || billions === undefined || typeof reference === "string") return model;
  if (!/^[\d.]+B model$/.test(model.name)) return model;
  const line = lineOf(spoken.name);
  const first = /^[a-z]+/.exec(line)?.[0];
  if (!first) return model;
  const [nearest] = knowledge.models.entries
    .flatMap(({ id, value }) => {
      const size = isLanguageModel(value) ? value.parametersBillions : undefined;
      const own = lineOf(value.name);
      // A tower for images adds to the size, but not to the name.
      const isNamed = new RegExp(`\\b${billions}B\\b`, "i").test(value.name);
      const isNear = size !== undefined && (isNamed || Math.abs(size - billions) / billions <= alike);
      return isNear && own.startsWith(first) ? [{ id, value, size, likeness: shared(own, line) }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
  if (!nearest) return model;
  return { reference: nearest.id, name: nearest.value.name, count: model.count, billions: nearest.size };
}

/** The new models in the place of those taken back, or of those of their kind; beside them where the turn says so. */
function placed(
  text: string,
  before: readonly ModelMention[],
  kept: readonly ModelMention[],
  named: readonly ModelMention[],
  knowledge: Knowledge,
): ModelMention[] {
  const own = new Set(named.map((model) => kindOf(model, knowledge)));
  const names = new Set(named.map(({ name }) => name));
  const others = kept.filter((model) => !names.has(model.name));
  const takesBack = before.some((model) => !kept.includes(model) && own.has(kindOf(model, knowledge)));
  if (beside.test(text) || takesBack) return [...others, ...named];
  const replaced = others.filter((model) => !own.has(kindOf(model, knowledge)));
  const isReplacing = replaced.length < others.length;
  return isReplacing || withAnother.test(text) ? [...replaced, ...named] : [...named];
}

/** Cameras beside a language model alone need a detector to look at them. */
function withDetector(models: ModelMention[], now: Reading, knowledge: Knowledge): MergedModels {
  const watches = models.some((model) => ["detector", "stream"].includes(kindOf(model, knowledge)));
  if (now.streams === undefined || !now.detection || watches || models.length === 0)
    return { models, notices: [] };
  const detector = { reference: "YOLO", name: "YOLO", count: 1, billions: undefined };
  return {
    models: [...models, detector],
    notices: ["Cameras are taken for the streams of a YOLO detector."],
  };
}

/** The models of a conversation after a turn that adds, replaces, multiplies or takes back some of them. */
export function mergeModels(
  turn: { text: string; rejected: string; taken: readonly ModelMention[] },
  before: readonly ModelMention[],
  now: Reading,
  knowledge: Knowledge,
): MergedModels {
  const kept = withoutRejected(before, turn.rejected, turn.taken, knowledge);
  const named = now.models.map((model) => sibling(model, before, knowledge));
  const taken = named.flatMap((model, index) =>
    model.name === now.models[index]?.name
      ? []
      : [`“${now.models[index]?.billions}B” is taken for ${model.name}.`],
  );
  const models = named.length > 0 ? placed(turn.text, before, kept, named, knowledge) : kept;
  const copies = readCopies(turn.text);
  if (copies === undefined || named.length > 0) {
    const { models: all, notices } = withDetector(models, now, knowledge);
    return { models: all, notices: [...taken, ...notices] };
  }
  const language = models.filter((model) => kindOf(model, knowledge) === "language");
  const multiplied = language.length > 0 ? language : models;
  return {
    models: models.map((model) => (multiplied.includes(model) ? { ...model, count: copies } : model)),
    notices:
      multiplied.length > 0
        ? [
            `Read as ${copies === 2 ? "two" : copies} copies of ${multiplied.map(({ name }) => name).join(", ")} on one board.`,
          ]
        : [],
  };
}
