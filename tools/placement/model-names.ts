import type { Placed } from "./workload.ts";

/** What a model is called where it is fetched: names on record, or a placeholder that says what to put there. */
export type ModelNames = {
  /** Name of files and folders, safe in any shell. */
  slug: string;
  ggufFile: string;
  projectorFile: string;
  ollamaTag: string;
  /** Repository or local folder of a checkpoint. */
  checkpoint: string;
  notes: string[];
};

const repository = /^\w[\w.-]*\/\w[\w.-]*$/;
const tag = /^\w[\w.-]*:\w[\w.-]*$/;
const formatInName = /nvfp4|mxfp4|fp8|awq|gptq|w4a16|int4|int8|gguf/i;

const safe = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Letters, digits, dots and dashes of a name; never empty and never an option. */
export function toSlug(name: string): string {
  if (name.length <= 80 && safe.test(name)) return name;
  const slug = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 80);
  return slug === "" ? "model" : slug;
}

function ollamaName(
  { subject, quantization }: Placed,
  slug: string,
): Pick<ModelNames, "ollamaTag" | "notes"> {
  const found = subject.record.aliases.find((alias) => tag.test(alias));
  const isUsual = quantization.id === "q4-k-m";
  if (found)
    return {
      ollamaTag: found,
      notes: isUsual
        ? []
        : [`the tag ${found} is usually Q4_K_M: choose the one in ${quantization.value.name}`],
    };
  const ollamaTag = slug.toLowerCase();
  const notes = [`no Ollama tag is on record: make "${ollamaTag}" from the GGUF file with ollama create`];
  return { ollamaTag, notes };
}

/** The repository that holds the checkpoint in this format, or a local folder that has to be made. */
function checkpointName(
  { subject, quantization, language }: Placed,
  slug: string,
  plain: string | undefined,
): Pick<ModelNames, "checkpoint" | "notes"> {
  const { id, value } = quantization;
  const format = formatInName.exec(value.name)?.[0].toLowerCase();
  const own =
    format &&
    subject.record.aliases.find((alias) => repository.test(alias) && alias.toLowerCase().includes(format));
  const isNative = language?.nativeQuantization?.id === id;
  const found = own || (isNative || value.nominalBits === 16 ? plain : undefined);
  if (found) return { checkpoint: found, notes: [] };
  const checkpoint = `./${slug}-${toSlug(value.name)}${value.kind === "gguf" ? ".gguf" : ""}`;
  return {
    checkpoint,
    notes: [`${checkpoint} stands for ${value.name} weights of ${plain ?? subject.name}`],
  };
}

function notesOf(placed: Placed, ollama: string[], checkpoint: string[], file: string): string[] {
  if (!placed.language || placed.runtime.id === "mlc") return [];
  if (placed.runtime.id === "ollama") return ollama;
  return placed.runtime.id === "llama-cpp" ? [file] : checkpoint;
}

/** Names for the commands of a workload; nothing of an inline record gets into them unchecked. */
export function modelNames(placed: Placed): ModelNames {
  const { subject, quantization } = placed;
  const plain = subject.record.aliases.find((alias) => repository.test(alias) && !formatInName.test(alias));
  const slug = toSlug(plain?.split("/")[1] ?? subject.id ?? subject.name);
  const format = quantization.value.name;
  const ggufFile = `${slug}-${toSlug(format)}.gguf`;
  const { ollamaTag, notes: ollama } = ollamaName(placed, slug);
  const { checkpoint, notes } = checkpointName(placed, slug, plain);
  const file = `${ggufFile} stands for the file of ${plain ?? subject.name} in ${format}`;
  const projectorFile = `mmproj-${slug}-F16.gguf`;
  return {
    slug,
    ggufFile,
    projectorFile,
    ollamaTag,
    checkpoint,
    notes: notesOf(placed, ollama, notes, file),
  };
}
