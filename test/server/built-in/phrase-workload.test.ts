import { describe, expect, it } from "vitest";
import { phraseWorkloads } from "../../../server/built-in/phrase-workload.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { toPlaced, type WorkloadInput } from "../../../tools/placement/workload.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const phrase = (...workloads: WorkloadInput[]) =>
  phraseWorkloads(
    workloads.map((workload) => toPlaced(workload, knowledge)),
    knowledge,
  );

describe("phraseWorkloads()", () => {
  it.each([
    {
      workload: { model: "llama-3.1-8b" },
      words: "Llama 3.1 8B Instruct (Q4_K_M, llama.cpp, 4,096 tokens of context)",
    },
    {
      workload: { model: "qwen2.5-vl-7b", runtime: "vllm", contextTokens: 8192, concurrency: 2 },
      words:
        "Qwen2.5-VL 7B Instruct (W4A16, vLLM, 8,192 tokens of context, 2 sequences, 1 image of 1280×720)",
    },
    {
      workload: { model: "qwen2.5-vl-7b", images: 0, kvCacheType: "q8_0", promptCache: false },
      words:
        "Qwen2.5-VL 7B Instruct (Q4_K_M, llama.cpp, 4,096 tokens of context, KV cache in q8_0, no images, no prompt cache)",
    },
    { workload: { model: "YOLO", streams: 4 }, words: "YOLO11s (FP16, TensorRT, 4 streams)" },
    { workload: { model: "camera-stream" }, words: "Camera stream 1080p (1 stream)" },
    { workload: { model: "ros2-nodes", streams: 3 }, words: "ROS 2 nodes (3 instances)" },
    { workload: { model: "whisper-small" }, words: /^Whisper small \([^)]*\)$/ },
  ])("says $words", ({ workload, words }) => {
    expect(phrase(workload)).toEqual(words instanceof RegExp ? expect.stringMatching(words) : words);
  });

  it("lists several, and counts neighbours that are the same", () => {
    const [yolo, whisper] = [phrase({ model: "yolo11s" }), phrase({ model: "whisper-small" })];
    expect(phrase({ model: "yolo11s" }, { model: "whisper-small" })).toBe(`${yolo} next to ${whisper}`);
    expect(phrase({ model: "yolo11s" }, { model: "yolo11s" }, { model: "whisper-small" })).toBe(
      `2 × ${yolo} next to ${whisper}`,
    );
    expect(phrase({ model: "yolo11s" }, { model: "whisper-small" }, { model: "yolo11s" })).toBe(
      `${yolo} next to ${whisper} and ${yolo}`,
    );
  });

  it("leaves out what the question asks for", () => {
    const [llama, yolo] = [{ model: "llama-3.1-8b" }, { model: "yolo11s", streams: 4 }];
    const placed = [llama, yolo].map((workload) => toPlaced(workload, knowledge));
    expect(phraseWorkloads(placed, knowledge, "contextTokens")).toBe(
      "Llama 3.1 8B Instruct (Q4_K_M, llama.cpp) next to YOLO11s (FP16, TensorRT, 4 streams)",
    );
    expect(phraseWorkloads(placed.slice(1), knowledge, "streams")).toBe("YOLO11s (FP16, TensorRT)");
  });

  it("says every model on record so that it is read back", () => {
    const lost = knowledge.models.entries.flatMap(({ id }) => {
      const { models } = readQuestion(`Can I run ${phrase({ model: id })} on Thor?`, knowledge);
      return models.length === 1 && models[0]?.reference === id ? [] : [id];
    });
    expect(lost).toEqual([]);
  });

  it("asks about a model described on the spot by its size", () => {
    expect(phrase({ model: { name: "Foo-13B", parametersBillions: 13 } })).toMatch(/^Foo-13B \(/);
    expect(phrase({ model: { name: "our own", parametersBillions: 7.5 } })).toMatch(/^a 7\.5B model \(/);
  });

  it("counts models known by their size, and gives one of them its article", () => {
    const model = { name: "8B model", parametersBillions: 8 };
    expect(phrase({ model })).toMatch(/^an 8B model \(/);
    expect(phrase({ model }, { model })).toMatch(/^2 × 8B model \(/);
  });

  it.each([
    { name: "a mixture", parametersBillions: 30, activeBillions: 3 },
    { name: "a seeing one", kind: "vlm", parametersBillions: 7 },
  ])("refuses a model of which the words would leave something out: $name", (model) => {
    expect(() => phrase({ model })).toThrow(/Cannot put ".*" in words/);
  });

  it.each([
    { method: "a, b" },
    { method: "two (2)" },
    { method: "draft", draft: { name: "Foo-1B", parametersBillions: 1 } },
  ])("refuses speculative decoding that no words hold: $method", (speculativeDecoding) => {
    expect(() => phrase({ model: "llama-3.1-8b", speculativeDecoding })).toThrow(/speculative decoding/);
  });
});
