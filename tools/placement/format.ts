import type { Quantization, Runtime } from "../../knowledge/engine-schema.ts";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { canonicalName } from "../../knowledge/names.ts";
import type { Model, Workload } from "../../knowledge/schema.ts";

type Kind = (Model | Workload)["kind"];

/** The weight format and engine of a workload, and what was assumed to get there. */
export type Format = {
  quantization: { id: string; value: Quantization };
  runtime: { id: string; value: Runtime };
  assumptions: string[];
};

/** Words for a width; they mean the usual format of the engine. */
const widthWords: Readonly<Record<string, "bits4" | "bits8" | "bits16">> = {
  int4: "bits4",
  "4bit": "bits4",
  "4bits": "bits4",
  q4: "bits4",
  "8bit": "bits8",
  "8bits": "bits8",
  q8: "bits8",
  "16bit": "bits16",
  "16bits": "bits16",
};

/** The width a text such as "4-bit" or "INT4" names, or undefined when it names a format (or nothing). */
export function findWidth(text: string): "bits4" | "bits8" | "bits16" | undefined {
  const word = canonicalName(text);
  return Object.hasOwn(widthWords, word) ? widthWords[word] : undefined;
}

function usualFormat(runtime: Runtime, width: "bits4" | "bits8" | "bits16"): string {
  const id = runtime.usual[width];
  if (id) return id;
  throw new AppError(
    "invalid-input",
    `Cannot choose a ${width.slice(4)}-bit format: ${runtime.name} has no usual one; name the format.`,
    {
      candidates: runtime.quantizations,
    },
  );
}

/**
 * The format as this engine loads it: a 16-bit format is a GGUF file where the engine takes no other, and a mix
 * whose rules nobody published gets its correction.
 */
function asLoaded(
  { id, value }: Format["quantization"],
  runtime: Runtime,
  knowledge: Knowledge,
): Format["quantization"] {
  if (!value.mix) return { id, value };
  const kind = runtime.loadsGguf ? "gguf" : value.kind;
  const correction = value.mix.fitted ? knowledge.assumption(`gguf-mix-${id}`).value : 1;
  return { id, value: { ...value, kind, mix: { ...value.mix, correction } } };
}

/** Finds engine and format: as stated, else the first engine on record that serves the kind and takes the format. */
export function toFormat(
  input: { quantization?: string | undefined; runtime?: string | undefined },
  kind: Kind,
  name: string,
  knowledge: Knowledge,
): Format {
  const width = input.quantization === undefined ? undefined : findWidth(input.quantization);
  const named =
    input.quantization !== undefined && !width ? knowledge.quantizations.get(input.quantization) : undefined;
  const takes = (runtime: Runtime) =>
    runtime.serves.includes(kind) && (!named || runtime.quantizations.includes(named.entry.id));
  const serving = knowledge.runtimes.entries.filter(({ value }) => value.serves.includes(kind));
  const runtime = input.runtime
    ? knowledge.runtimes.get(input.runtime).entry
    : (serving.find(({ value }) => takes(value)) ?? serving[0]);
  if (!runtime)
    throw new AppError("invalid-input", `Cannot place ${name}: no runtime on record serves a ${kind}.`);
  const languageDefault = kind === "llm" || kind === "vlm" ? "bits4" : "bits16";
  const chosen = named?.entry.id ?? usualFormat(runtime.value, width ?? languageDefault);
  const quantization = asLoaded(knowledge.quantizations.get(chosen).entry, runtime.value, knowledge);
  return {
    quantization,
    runtime,
    assumptions: [
      ...(input.runtime ? [] : [`runtime ${runtime.value.name}`]),
      ...(named
        ? []
        : [
            width
              ? `"${input.quantization}" means ${quantization.value.name} on ${runtime.value.name}`
              : `format ${quantization.value.name}`,
          ]),
    ],
  };
}
