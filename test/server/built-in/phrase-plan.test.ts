import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toQuestion } from "../../../server/built-in/phrase-plan.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { memoryFit } from "../../../tools/memory-fit.ts";
import type { WorkloadInput } from "../../../tools/placement/workload.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

/** Each plan that the planner takes a question for, complete. */
async function readBack(question: string): Promise<unknown[]> {
  const fits = plan(question, [], knowledge).calls.filter(({ name }) => name === memoryFit.name);
  const results = fits.map(({ input }) => memoryFit.run(MemoryFitInput.parse(input), knowledge));
  return (await Promise.all(results)).map(({ resolved }) => resolved);
}

async function resolvedOf(input: MemoryFitInput): Promise<unknown> {
  return (await memoryFit.run(input, knowledge)).resolved;
}

describe("toQuestion()", () => {
  it("is a question that people would ask", () => {
    const input: MemoryFitInput = {
      device: "orin-nx-16gb",
      powerMode: "25W",
      os: "headless",
      workloads: [
        { model: "qwen2.5-vl-7b", contextTokens: 8192 },
        { model: "YOLO", streams: 4 },
      ],
    };
    expect(toQuestion(input, knowledge)).toBe(
      "Can I run Qwen2.5-VL 7B Instruct (Q4_K_M, llama.cpp, 8,192 tokens of context, 1 image of 1280×720) next to YOLO11s (FP16, TensorRT, 4 streams) on a Jetson Orin NX 16GB in 25W mode, headless?",
    );
  });

  const twins: WorkloadInput[] = [
    { model: "qwen3-4b", runtime: "vllm", quantization: "fp8" },
    { model: "qwen3-4b", runtime: "vllm", quantization: "fp8" },
    { model: "qwen3-4b", runtime: "llama-cpp", contextTokens: 16_384 },
  ];
  it.each<{ plan: string; input: MemoryFitInput }>([
    { plan: "one model", input: { device: "Orin NX 16GB", workloads: [{ model: "Llama 3.1 8B" }] } },
    {
      plan: "settings of each neighbour",
      input: {
        device: "agx-orin-64gb",
        workloads: [
          { model: "qwen3-8b", quantization: "q8-0", kvCacheType: "q8_0", concurrency: 4 },
          { model: "qwen3-4b", quantization: "q4-k-m", runtime: "ollama", contextTokens: 32_768 },
        ],
      },
    },
    { plan: "copies of one model", input: { device: "agx-thor-devkit", workloads: twins } },
    {
      plan: "more copies than a number is read for",
      input: {
        device: "agx-thor-devkit",
        workloads: Array.from({ length: 11 }, () => ({ model: "whisper-small" })),
      },
    },
    {
      plan: "cameras beside a detector",
      input: {
        device: "orin-nano-8gb",
        workloads: [
          { model: "yolo11s", quantization: "int8", streams: 2 },
          { model: "camera-stream", streams: 4 },
          { model: "ros2-nodes", streams: 6 },
        ],
      },
    },
    {
      plan: "a format the board cannot run",
      input: { device: "agx-orin-64gb", workloads: [{ model: "qwen3-8b", quantization: "nvfp4" }] },
    },
    {
      plan: "what else an engine is told",
      input: {
        device: "orin-nano-8gb",
        l4t: "36.4.7",
        workloads: [
          {
            model: "llama-3.1-8b",
            promptCache: false,
            microBatchTokens: 128,
            contextCheckpoints: 0,
            build: "newer",
            maxInputTokens: 2048,
            speculativeDecoding: { method: "EAGLE-3", acceptedTokensPerPass: 2.5 },
          },
        ],
      },
    },
    {
      plan: "images, and none of them",
      input: {
        device: "agx-orin-32gb",
        workloads: [
          { model: "qwen2.5-vl-7b", images: 4, imageWidth: 1920, imageHeight: 1080 },
          { model: "qwen2.5-vl-3b", images: 0 },
        ],
      },
    },
    {
      plan: "a model known by its size",
      input: {
        device: "agx-thor-devkit",
        workloads: [{ model: { name: "175B model", parametersBillions: 175 }, quantization: "w4a16" }],
      },
    },
  ])("is read back to the same plan: $plan", async ({ input }) => {
    expect(await readBack(toQuestion(input, knowledge))).toContainEqual(await resolvedOf(input));
  });

  it("asks about a model under its size where its name holds none", async () => {
    const model = { name: "our own", parametersBillions: 7 };
    const [resolved] = await readBack(
      toQuestion({ device: "orin-nx-16gb", workloads: [{ model }] }, knowledge),
    );
    expect(resolved).toMatchObject({
      workloads: [{ model: { name: "7B model", parametersBillions: 7 }, quantization: "q4-k-m" }],
    });
  });

  it("refuses a plan whose question would be longer than what is read", () => {
    const workloads = Array.from({ length: 32 }, (_, index) => ({
      model: "llama-3.1-8b",
      contextTokens: 1024 + index,
    }));
    expect(() => toQuestion({ device: "orin-nx-16gb", workloads }, knowledge)).toThrow(
      /its question has [\d,]+ characters/,
    );
  });

  it("refuses unknown and ambiguous names as the catalogue does", () => {
    const ask = (device: string, model: string) => () =>
      toQuestion({ device, workloads: [{ model }] }, knowledge);
    expect(ask("Orin NX", "qwen3-8b")).toThrow(expect.objectContaining({ code: "ambiguous-id" }));
    expect(ask("orin-nx-16gb", "no such model")).toThrow(expect.objectContaining({ code: "unknown-id" }));
  });
});

const { devices, models, runtimes, cacheTypes } = knowledge;
const languageKinds = ["llm", "vlm", "vla"];
const some = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** A model with an engine that serves it and a format that the engine takes. */
const placement = some(models.entries).chain(({ id, value }) => {
  const serving = runtimes.entries.filter((runtime) => runtime.value.serves.includes(value.kind));
  return some(serving).chain((runtime) =>
    fc.record({
      model: fc.constant(id),
      runtime: fc.constant(runtime.id),
      quantization: some(runtime.value.quantizations),
    }),
  );
});
const languageSettings = fc.record(
  {
    contextTokens: some([512, 1000, 4096, 32_768, 1_000_000]),
    concurrency: some([1, 2, 8, 64]),
    kvCacheType: some(cacheTypes.entries.map(({ id }) => id)),
    images: some([0, 1, 3]),
    imageWidth: some([640, 1280, 1920]),
    promptCache: fc.boolean(),
    microBatchTokens: some([128, 256]),
    gpuMemoryUtilization: some([0.3, 0.85]),
  },
  { requiredKeys: [] },
);
const workload = fc
  .tuple(placement, languageSettings, some([1, 2, 4, 16]))
  .map(([placed, settings, streams]): WorkloadInput => {
    const { kind } = models.get(placed.model).entry.value;
    return { ...placed, ...(languageKinds.includes(kind) ? settings : { streams }) };
  });
const input = some(devices.entries).chain(({ id, value }) =>
  fc.record(
    {
      device: fc.constant(id),
      powerMode: some([undefined, ...value.powerModes.map(({ name }) => name)]),
      os: some(["desktop", "headless"] as const),
      l4t: some(["36.4.7", "JetPack 6.2.1", "38.2.0"]),
      workloads: fc.array(workload, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["device", "workloads"] },
  ),
);

describe("toQuestion() of any plan", () => {
  it("is read back to the same plan", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(input, async (raw) => {
        const stated = MemoryFitInput.parse(raw);
        const resolved = await resolvedOf(stated);
        const question = toQuestion(stated, knowledge);
        const read = await readBack(question);
        if (!read.some((other) => isDeepStrictEqual(other, resolved)))
          throw new Error(`${question} is read as ${JSON.stringify(read)}, not ${JSON.stringify(resolved)}`);
      }),
      { numRuns: 40 },
    );
  });
});
