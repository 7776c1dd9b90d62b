import type { Assumption, Measurement } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Mix } from "../../knowledge/tensor-mix.ts";
import { ggufWeightBytes } from "../../tools/formulas/gguf-weights.ts";
import { isLanguageModel } from "../../tools/placement/workload.ts";

/** A published file with the model it holds. */
type MeasuredFile = { row: Measurement; model: Model };

/** Printed to this many bytes for each token or better, a size tells what the tokenizer takes. */
const exactEnough = 1;
/** Fewer files than this fit nothing. */
const fewest = 3;

/** The value that this share of the sorted values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Published files of catalogued language models; those with a note are no plain GGUF. */
function filesOf(knowledge: Knowledge, wanted: (quantization: string) => boolean): MeasuredFile[] {
  return knowledge.allMeasurements().flatMap((row) => {
    if (
      row.metric !== "file-size" ||
      row.file === undefined ||
      row.note !== undefined ||
      !wanted(row.quantization)
    )
      return [];
    const model = knowledge.models.find(row.model)?.entry.value;
    return model && isLanguageModel(model) ? [{ row, model }] : [];
  });
}

function toAssumption(
  files: readonly MeasuredFile[],
  values: readonly number[],
  digits: number,
  meaning: string,
): Assumption {
  const rounded = (share: number) => Number(quantile(values, share).toFixed(digits));
  return {
    value: rounded(0.5),
    range: [rounded(0.1), rounded(0.9)],
    meaning,
    source: ["gguf-file-sizes"],
    confidence: "medium",
    sampleSize: values.length,
    fittedOn: files.map(({ row }) => row.id),
  };
}

/** Bytes a file has beside its tensors for each entry of the vocabulary, from sizes that are known exactly. */
function fitTokenizer(knowledge: Knowledge): Assumption | undefined {
  const mixOf = (id: string): Mix | undefined => knowledge.quantizations.find(id)?.entry.value.mix;
  const files = filesOf(knowledge, (id) => mixOf(id)?.fitted === false).filter(
    ({ row, model }) => (row.rounding ?? 0) <= exactEnough * (model.vocabularySize ?? 0),
  );
  const values = files.flatMap(({ row, model }) => {
    const mix = mixOf(row.quantization);
    if (!mix || !model.vocabularySize) return [];
    return [(row.value - ggufWeightBytes(model, mix).language) / model.vocabularySize];
  });
  if (values.length < fewest) return undefined;
  const meaning = "bytes of tokenizer and header a GGUF file has for each entry of its vocabulary";
  return toAssumption(files, values, 0, meaning);
}

/** The correction that would make the estimate of this file exact; its bytes are linear in it. */
function exactCorrection({ row, model }: MeasuredFile, mix: Mix, tokenizerBytes: number): number {
  const bytesAt = (correction: number) => ggufWeightBytes(model, { ...mix, correction }).language;
  const without = bytesAt(0);
  const beside = (model.vocabularySize ?? 0) * tokenizerBytes + without;
  return (row.value - beside) / (bytesAt(1) - without);
}

/**
 * What GGUF files have beyond published rules, fitted as medians over the sizes of published files: the layers of
 * mixes whose makers do not say which types they use, and the tokenizer. By id of the assumption.
 */
export function fitGgufMixes(knowledge: Knowledge): Record<string, Assumption> {
  const fits: Record<string, Assumption> = {};
  const tokenizer = fitTokenizer(knowledge);
  if (tokenizer) fits["gguf-tokenizer-bytes"] = tokenizer;
  const tokenizerBytes = tokenizer?.value ?? knowledge.assumption("gguf-tokenizer-bytes").value;
  for (const { id, value } of knowledge.quantizations.entries) {
    const { mix } = value;
    if (!mix?.fitted) continue;
    const files = filesOf(knowledge, (quantization) => quantization === id);
    if (files.length < fewest) continue;
    const values = files.map((file) => exactCorrection(file, mix, tokenizerBytes));
    fits[`gguf-mix-${id}`] = toAssumption(
      files,
      values,
      3,
      `layer bytes of a ${value.name} file against its rules`,
    );
  }
  return fits;
}
