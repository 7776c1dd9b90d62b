import { describe, expect, it } from "vitest";
import { findWidth, toFormat } from "../../../tools/placement/format.ts";
import { assume, knowledge } from "../../fixtures/knowledge.ts";

type Kind = Parameters<typeof toFormat>[1];

const choose = (input: Parameters<typeof toFormat>[0], kind: Kind = "llm") =>
  toFormat(input, kind, "Some", knowledge);
const ids = (input: Parameters<typeof toFormat>[0], kind: Kind = "llm") => {
  const { quantization, runtime } = choose(input, kind);
  return [quantization.id, runtime.id];
};

describe("findWidth()", () => {
  it.each([
    { text: "4-bit", width: "bits4" },
    { text: "4 bit", width: "bits4" },
    { text: "4bits", width: "bits4" },
    { text: "INT4", width: "bits4" },
    { text: "Q4", width: "bits4" },
    { text: "8-bit", width: "bits8" },
    { text: "q8", width: "bits8" },
    { text: "16-bit", width: "bits16" },
    { text: "INT8", width: undefined },
    { text: "fp16", width: undefined },
    { text: "q4-k-m", width: undefined },
    { text: "4", width: undefined },
    { text: "", width: undefined },
    { text: "constructor", width: undefined },
  ])("reads $text as $width", ({ text, width }) => {
    expect(findWidth(text)).toBe(width);
  });
});

describe("toFormat()", () => {
  it.each<{ kind: Kind; quantization: string; runtime: string }>([
    { kind: "llm", quantization: "q4-k-m", runtime: "llama-cpp" },
    { kind: "vlm", quantization: "q4-k-m", runtime: "llama-cpp" },
    { kind: "detector", quantization: "fp16", runtime: "tensorrt" },
    { kind: "stream", quantization: "fp16", runtime: "deepstream" },
  ])(
    "takes $quantization in $runtime for a $kind, when nothing is stated, and says both",
    ({ kind, quantization, runtime }) => {
      expect(ids({}, kind)).toEqual([quantization, runtime]);
      expect(choose({}, kind).assumptions).toHaveLength(2);
    },
  );

  it.each<{ text: string; runtime: string; id: string }>([
    { text: "INT4", runtime: "llama-cpp", id: "q4-k-m" },
    { text: "INT4", runtime: "vllm", id: "w4a16" },
    { text: "4-bit", runtime: "tensorrt-edge-llm", id: "awq-int4" },
    { text: "8-bit", runtime: "ollama", id: "q8-0" },
    { text: "8-bit", runtime: "vllm", id: "int8" },
    { text: "16-bit", runtime: "vllm", id: "bf16" },
    { text: "4-bit", runtime: "mlc", id: "q4f16-1" },
  ])("reads $text in $runtime as its usual format, $id, and says so", ({ text, runtime, id }) => {
    expect(ids({ quantization: text, runtime })).toEqual([id, runtime]);
    const { quantization, runtime: engine, assumptions } = choose({ quantization: text, runtime });
    expect(assumptions).toEqual([`"${text}" means ${quantization.value.name} on ${engine.value.name}`]);
  });

  it.each([
    { quantization: "nvfp4", runtime: "vllm" },
    { quantization: "INT4 AWQ", runtime: "vllm" },
    { quantization: "q4_k_m", runtime: "llama-cpp" },
    { quantization: "q4f16_1", runtime: "mlc" },
  ])("takes for $quantization the first runtime that loads it: $runtime", ({ quantization, runtime }) => {
    expect(ids({ quantization })[1]).toBe(runtime);
    expect(choose({ quantization }).assumptions).toEqual([
      `runtime ${knowledge.runtimes.get(runtime).entry.value.name}`,
    ]);
  });

  it("takes both as stated, even if they do not go together, and assumes nothing", () => {
    expect(ids({ quantization: "awq", runtime: "Ollama" })).toEqual(["awq-int4", "ollama"]);
    expect(choose({ quantization: "awq", runtime: "Ollama" }).assumptions).toEqual([]);
  });

  it("takes the first runtime of the kind, when none loads the format", () => {
    expect(ids({ quantization: "q4-k-m" }, "detector")).toEqual(["q4-k-m", "tensorrt"]);
  });

  it("throws invalid-input that lists the formats, when an engine has none of that width", () => {
    expect(() => choose({ quantization: "4-bit", runtime: "tensorrt" }, "detector")).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        candidates: knowledge.runtimes.get("tensorrt").entry.value.quantizations,
        message: "Cannot choose a 4-bit format: TensorRT has no usual one; name the format.",
      }),
    );
  });

  it.each([
    { input: { quantization: "q9" }, says: 'quantization "q9"' },
    { input: { quantization: "constructor" }, says: 'quantization "constructor"' },
    { input: { runtime: "olama" }, says: 'runtime "olama"' },
  ])("throws unknown-id for $input", ({ input, says }) => {
    expect(() => choose(input)).toThrow(
      expect.objectContaining({ code: "unknown-id", message: expect.stringContaining(says) }),
    );
  });

  it("finds a format for every kind that is on record", () => {
    for (const { value } of knowledge.models.entries)
      expect(choose({}, value.kind).runtime.value.serves).toContain(value.kind);
  });

  it.each([
    { quantization: "fp16", runtime: "llama-cpp", kind: "gguf" },
    { quantization: "fp16", runtime: "vllm", kind: "checkpoint" },
    { quantization: "mxfp4", runtime: "ollama", kind: "gguf" },
    { quantization: "q4-k-m", runtime: "vllm", kind: "gguf" },
    { quantization: "awq-int4", runtime: "vllm", kind: "checkpoint" },
  ])("loads $quantization in $runtime as a $kind", ({ kind, ...input }) => {
    expect(choose(input).quantization.value.kind).toBe(kind);
  });

  it("corrects a mix whose rules nobody published by what its files measure, and no other", () => {
    const correction = (quantization: string) => choose({ quantization }).quantization.value.mix?.correction;
    expect(correction("UD-Q4_K_XL")).toBe(assume("gguf-mix-ud-q4-k-xl"));
    expect(correction("q4-k-m")).toBe(1);
  });
});
