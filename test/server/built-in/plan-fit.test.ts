import { describe, expect, it } from "vitest";
import { planFit } from "../../../server/built-in/plan-fit.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { boardId, knowledge, placedModels } from "../../fixtures/server-knowledge.ts";

const planned = (question: string, name: string) =>
  planFit(readQuestion(question, knowledge), knowledge)
    .filter((call) => call.name === name)
    .map(({ input }) => input);
const fits = (question: string) => planned(question, "memory-fit");
const speeds = (question: string) => planned(question, "estimate-throughput");

describe("planFit()", () => {
  it.each([
    {
      question: "Llama 3.1 8B alongside YOLO11n on an Orin Nano 8GB",
      workloads: [{ model: "llama-3.1-8b" }, { model: "yolo11n" }],
    },
    {
      question: "Two Llama 3.1 8B on an AGX Orin 64GB",
      workloads: [{ model: "llama-3.1-8b" }, { model: "llama-3.1-8b" }],
    },
    {
      question: "Foo-13B on an AGX Orin 32GB",
      workloads: [{ model: { name: "Foo-13B", parametersBillions: 13 } }],
    },
    { question: "YOLO11s on 4 cameras on an Orin Nano 8GB", workloads: [{ model: "yolo11s", streams: 4 }] },
    {
      question: "Llama 3.1 8B in W4A16 with vLLM, 32k context and 4 users on Thor",
      workloads: [
        {
          model: "llama-3.1-8b",
          quantization: "w4a16",
          runtime: "vllm",
          contextTokens: 32_768,
          concurrency: 4,
        },
      ],
    },
    { question: "Qwen2.5-VL-7B with 3 images on Thor", workloads: [{ model: "qwen2.5-vl-7b", images: 3 }] },
    {
      question: "Llama 3.1 8B with EAGLE on Thor",
      workloads: [{ model: "llama-3.1-8b", speculativeDecoding: { method: "EAGLE-3" } }],
    },
    {
      question: "Llama 3.1 8B in 4-bit next to YOLO11s on two cameras on Thor",
      workloads: [
        { model: "llama-3.1-8b", quantization: "4-bit" },
        { model: "yolo11s", streams: 2 },
      ],
    },
  ])("places $workloads for: $question", ({ question, workloads }) => {
    const [input, ...more] = fits(question);
    expect(more).toEqual([]);
    expect(input?.workloads).toEqual(workloads);
  });

  it("asks for mode and operating system only where they are stated", () => {
    const agx = "Llama 3.1 8B on an AGX Orin 64GB";
    expect(fits(agx)[0]).toEqual({ device: "agx-orin-64gb", workloads: [{ model: "llama-3.1-8b" }] });
    expect(fits(`${agx} in 30W mode, headless`)[0]).toMatchObject({ powerMode: "MODE_30W", os: "headless" });
  });

  it("asks for the speed of the language model, with the others beside it", () => {
    const [input] = speeds("YOLO11s next to Llama 3.1 8B with a 600 token prompt on an AGX Orin 64GB");
    expect(input).toEqual({
      device: "agx-orin-64gb",
      model: "llama-3.1-8b",
      promptTokens: 600,
      coTenants: [{ model: "yolo11s" }],
    });
  });

  it.each([
    { question: "Llama 3.1 8B on an Orin Nano 8GB", devices: ["orin-nano-8gb", "orin-nano-8gb-super"] },
    { question: "Llama 3.1 8B on an Orin Nano 8GB Super", devices: ["orin-nano-8gb-super"] },
    { question: "Llama 3.1 8B on an Orin NX 16GB in 15W mode", devices: ["orin-nx-16gb"] },
    { question: "Llama 3.1 8B on an AGX Orin 64GB", devices: ["agx-orin-64gb"] },
    { question: "YOLO11s on an Orin Nano 8GB", devices: [] },
  ])("asks for the speed at the clocks of $devices for: $question", ({ question, devices }) => {
    expect(speeds(question).map(({ device }) => boardId(device))).toEqual(devices);
  });

  it("places alternatives one by one, neighbours together", () => {
    const names = (glue: string) =>
      fits(`Llama 3.1 8B ${glue} Qwen3-14B on an Orin NX 16GB`).map(({ workloads }) => workloads);
    expect(names("or")).toEqual([[{ model: "llama-3.1-8b" }], [{ model: "qwen3-14b" }]]);
    expect(names("and")).toEqual([[{ model: "llama-3.1-8b" }, { model: "qwen3-14b" }]]);
  });

  it("stands any model in where only a format is asked for", () => {
    const [input] = fits("Does NVFP4 work on an AGX Orin 64GB?");
    expect(input).toMatchObject({
      device: "agx-orin-64gb",
      workloads: [{ model: { parametersBillions: expect.any(Number) }, quantization: "nvfp4" }],
    });
  });

  it("tries models of rising size where it is asked what runs", () => {
    const inputs = fits("What can I run in W4A16 on an Orin Nano 8GB?");
    for (const { workloads } of inputs) expect(workloads).toMatchObject([{ quantization: "w4a16" }]);
    const models = inputs.flatMap(placedModels).map(String);
    const sizes = models.map((model) => knowledge.models.get(model).entry.value.parametersBillions ?? 0);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });
});
