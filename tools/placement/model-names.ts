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

/** Letters, digits, dots and dashes of a name; never empty and never an option. */
export function toSlug(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 80);
  return slug === "" ? "model" : slug;
}

function ollamaName(aliases: readonly string[], slug: string, format: string, isUsual: boolean) {
  const found = aliases.find((alias) => tag.test(alias));
  if (!found)
    return {
      ollamaTag: slug.toLowerCase(),
      notes: [`no Ollama tag is on record: make "${slug.toLowerCase()}" from the GGUF file with ollama create`],
    };
  const notes = isUsual ? [] : [`the tag ${found} is usually Q4_K_M: choose the one in ${format}`];
  return { ollamaTag: found, notes };
}

/** The repository that holds the checkpoint in this format, or a local folder that has to be made. */
function checkpointName({ subject, quantization, language }: Placed, slug: string) {
  const { id, value } = quantization;
  const repositories = subject.record.aliases.filter((alias) => repository.test(alias));
  const format = formatInName.exec(value.name)?.[0] ?? "";
  const isNative = language?.nativeQuantization?.id === id;
  const plain = repositories.find((name) => !formatInName.test(name));
  const own = repositories.find((name) => format !== "" && name.toLowerCase().includes(format.toLowerCase()));
  const found = own ?? (isNative || value.nominalBits === 16 ? plain : undefined);
  if (found) return { checkpoint: found, notes: [] };
  const checkpoint = value.kind === "gguf" ? `./${slug}-${value.name}.gguf` : `./${slug}-${toSlug(value.name)}`;
  const notes = [`${checkpoint} stands for ${value.name} weights of ${plain ?? subject.name}`];
  return { checkpoint, notes };
}

/** Names for the commands of a workload; nothing of an inline record gets into them unchecked. */
export function modelNames(placed: Placed): ModelNames {
  const { subject, quantization, runtime } = placed;
  const { aliases } = subject.record;
  const plain = aliases.find((alias) => repository.test(alias) && !formatInName.test(alias));
  const slug = toSlug(plain?.split("/")[1] ?? subject.id ?? subject.name);
  const format = quantization.value.name;
  const ggufFile = `${slug}-${toSlug(format)}.gguf`;
  const ollama = ollamaName(aliases, slug, format, quantization.id === "q4-k-m");
  const checkpoint = checkpointName(placed, slug);
  const notesOf: Readonly<Record<string, string[]>> = {
    ollama: ollama.notes,
    mlc: [],
    "llama-cpp": [`${ggufFile} stands for the file of ${plain ?? subject.name} in ${format}`],
  };
  return {
    slug,
    ggufFile,
    projectorFile: `mmproj-${slug}-F16.gguf`,
    ollamaTag: ollama.ollamaTag,
    checkpoint: checkpoint.checkpoint,
    notes: notesOf[runtime.id] ?? (placed.language ? checkpoint.notes : []),
  };
}
