import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { boardId, knowledge } from "../../fixtures/server-knowledge.ts";

const read = (question: string) => readQuestion(question, knowledge);
const boardsOf = (question: string) => read(question).boards.map(boardId);
/** The record a reference stands for, and the name of one described on the spot. */
const modelsOf = (question: string) =>
  read(question).models.map(({ reference, count }) => {
    const id = typeof reference === "string" ? knowledge.models.find(reference)?.entry.id : undefined;
    return `${count} ${id ?? (typeof reference === "string" ? reference : reference.name)}`;
  });

describe("readQuestion() reads the boards", () => {
  it.each([
    { question: "Does it fit on an Orin NX 16GB?", boards: ["orin-nx-16gb"] },
    { question: "Does it fit on an Orin NX?", boards: ["orin-nx-16gb", "orin-nx-8gb"] },
    { question: "Does it fit on an Orin NX with 16 GB?", boards: ["orin-nx-16gb"] },
    { question: "An AGX Orin with 32 GB of memory", boards: ["agx-orin-32gb"] },
    { question: "An AGX Orin with 48 GB of memory", boards: ["agx-orin-32gb", "agx-orin-64gb"] },
    { question: "On Thor?", boards: ["agx-thor-devkit"] },
    { question: "orin nano super", boards: ["orin-nano-8gb-super"] },
    { question: "AGX Orin 64GB vs Thor", boards: ["agx-orin-64gb", "agx-thor-devkit"] },
    {
      question: "Compare Orin Nano 8GB, Orin NX 16GB and AGX Orin 32GB",
      boards: ["orin-nano-8gb", "orin-nx-16gb", "agx-orin-32gb"],
    },
    { question: "Orin NX 16GB or again Orin NX 16GB", boards: ["orin-nx-16gb"] },
    { question: "On a toaster", boards: [] },
  ])("as $boards from: $question", ({ question, boards }) => {
    expect(boardsOf(question)).toEqual(boards);
  });

  it("covers both sizes of a board that stands beside another one whose size is given", () => {
    expect(boardsOf("Orin NX vs Orin Nano 8GB").toSorted()).toEqual([
      "orin-nano-8gb",
      "orin-nx-16gb",
      "orin-nx-8gb",
    ]);
  });
});

describe("readQuestion() reads the models", () => {
  it.each([
    { question: "Qwen2.5-VL-7B next to YOLO", models: ["1 qwen2.5-vl-7b", "1 yolo11s"] },
    { question: "Llama 3.1 8B alongside YOLO11n", models: ["1 llama-3.1-8b", "1 yolo11n"] },
    { question: "Llama 3.1 8B and Whisper small", models: ["1 llama-3.1-8b", "1 whisper-small"] },
    {
      question: "Llama 3.1 8B + YOLO11n + Whisper base",
      models: ["1 llama-3.1-8b", "1 yolo11n", "1 whisper-base"],
    },
    { question: "meta-llama/Llama-3.1-8B-Instruct", models: ["1 llama-3.1-8b"] },
    { question: "two Llama 3.1 8B", models: ["2 llama-3.1-8b"] },
    { question: "2x Llama 3.1 8B", models: ["2 llama-3.1-8b"] },
    { question: "3 × Qwen3-4B", models: ["3 qwen3-4b"] },
    { question: "two 70B models", models: ["2 70B model"] },
    { question: "a 175B model", models: ["1 175B model"] },
    { question: "a 1.5B model", models: ["1 1.5B model"] },
    { question: "a 70 billion parameter model", models: ["1 70B model"] },
    { question: "a 70-billion-parameter model", models: ["1 70B model"] },
    { question: "Foo-13B", models: ["1 Foo-13B"] },
    { question: "My.Net-v2-7B on Thor", models: ["1 My.Net-v2-7B"] },
    { question: "a 7B LLM, a 3B VLM and YOLO11s", models: ["1 7B model", "1 3B model", "1 yolo11s"] },
    { question: "Qwen3 on Thor", models: ["1 Qwen3"] },
    { question: "2000 Llama 3.1 8B", models: ["1 llama-3.1-8b"] },
    { question: "an 8GB board, 16 GB, 4 GB/s", models: [] },
    { question: "a model", models: [] },
  ])("as $models from: $question", ({ question, models }) => {
    expect(modelsOf(question)).toEqual(models);
  });

  it("keeps the size that a name without a record states", () => {
    const [model] = read("Does Foo-13B fit on Thor?").models;
    expect(model).toMatchObject({ reference: { name: "Foo-13B", parametersBillions: 13 }, billions: 13 });
  });

  it.each(["8 camera streams", "a single camera stream", "4 camera streams"])(
    "counts the streams of a camera once: %s",
    (question) => {
      expect(modelsOf(question)).toEqual(["1 camera-stream"]);
      expect(read(question).streams).toBe(Number.parseInt(question, 10) || 1);
    },
  );
});

describe("readQuestion() reads format, engine and mode", () => {
  it.each([
    { question: "Mistral 7B in Q4_K_M or in Q8_0", quantization: "q4-k-m", second: "q8-0" },
    { question: "Mistral 7B in Q4_K_M", quantization: "q4-k-m" },
    { question: "Mistral 7B in q4km", quantization: "q4-k-m" },
    { question: "Mistral 7B in 4-bit", quantization: "4-bit" },
    { question: "Mistral 7B int4", quantization: "int4" },
    { question: "Mistral 7B in FP16", quantization: "fp16" },
    { question: "Llama 3.3 70B W4A16", quantization: "w4a16" },
    { question: "Does NVFP4 work on Thor?", quantization: "nvfp4" },
    { question: "AWQ on Orin NX", quantization: "awq-int4" },
    { question: "Mistral 7B", quantization: undefined },
  ])("the format $quantization from: $question", ({ question, quantization, second }) => {
    const wanted = [quantization, second].filter((name) => name !== undefined);
    expect(read(question).quantizations).toEqual(wanted);
  });

  it.each([
    { question: "with Ollama", runtimes: ["ollama"] },
    { question: "in vLLM", runtimes: ["vllm"] },
    { question: "llama.cpp", runtimes: ["llama-cpp"] },
    { question: "under TensorRT Edge-LLM", runtimes: ["tensorrt-edge-llm"] },
    { question: "vLLM or Ollama, or vLLM again", runtimes: ["vllm", "ollama"] },
    { question: "on the GPU", runtimes: [] },
  ])("the engines $runtimes from: $question", ({ question, runtimes }) => {
    expect(read(question).runtimes).toEqual(runtimes);
  });

  it.each([
    { question: "Should I use vLLM or Ollama on an Orin Nano?", engine: true, board: false },
    { question: "Which inference server should I use on Thor?", engine: true, board: false },
    { question: "Should I use vLLM on Thor?", engine: true, board: false },
    { question: "Does vLLM run on Thor?", engine: false, board: false },
    { question: "Which board should I buy for vLLM or Ollama?", engine: false, board: true },
    { question: "What should I use for 8 cameras?", engine: false, board: true },
  ])("whether an engine ($engine) or a board ($board) is wanted: $question", ({ question, ...wanted }) => {
    expect(read(question)).toMatchObject(wanted);
  });

  const agx = "Llama 3.1 8B on AGX Orin 64GB";
  it.each([
    { question: `${agx} in 30W mode`, powerMode: "MODE_30W", watts: undefined },
    { question: `${agx} in 30 W mode`, powerMode: "MODE_30W", watts: undefined },
    { question: `${agx} at 50W`, powerMode: "MODE_50W", watts: undefined },
    { question: `${agx} in maxn`, powerMode: "MAXN", watts: undefined },
    { question: "Orin Nano 8GB Super in MAXN_SUPER", powerMode: "MAXN_SUPER", watts: undefined },
    { question: `${agx} with a 30 W budget`, powerMode: undefined, watts: 30 },
    { question: "Which board on a 5 W budget?", powerMode: undefined, watts: 5 },
    { question: "Which board at 15 W?", powerMode: undefined, watts: 15 },
    { question: `${agx} at 150 W`, powerMode: undefined, watts: 150 },
    { question: agx, powerMode: undefined, watts: undefined },
  ])("the mode $powerMode and a budget of $watts W from: $question", ({ question, powerMode, watts }) => {
    const reading = read(question);
    expect(reading.powerMode).toBe(powerMode);
    expect(reading.watts).toBe(watts);
  });

  it.each(["What is the weather in Paris?", "How do I bake bread?", "asdf qwer", "🤔", "", "1 + 1 = ?"])(
    "nothing from: %s",
    (question) => {
      const { boards, models, quantizations, runtimes, powerMode } = read(question);
      expect([boards, models]).toEqual([[], []]);
      expect([quantizations, runtimes, powerMode]).toEqual([[], [], undefined]);
    },
  );
});

describe("readQuestion() reads a page as fast as a sentence", () => {
  it.each([
    { name: "20,000 digits", question: "1".repeat(20_000) },
    { name: "20,000 commas", question: "1,".repeat(20_000) },
    { name: "4,000 words", question: "four what ".repeat(2000) },
  ])("also one of $name", ({ question }) => {
    expect(read(question).boards).toEqual([]);
  });
});
