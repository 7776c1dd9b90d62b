import { describe, expect, it } from "vitest";
import { MIB } from "../../../knowledge/units.ts";
import { type CommandPlan, toCommands } from "../../../tools/placement/commands.ts";
import { toRelease } from "../../../tools/placement/release.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const commandsOf = (workload: unknown, device = "agx-orin-64gb", plan: CommandPlan = {}) =>
  toCommands(place(workload), board(device), plan, knowledge);
const commandOf = (...args: Parameters<typeof commandsOf>) => commandsOf(...args)?.command ?? "";

describe("toCommands()", () => {
  it("counts the context of all slots together for llama.cpp", () => {
    const command = commandOf({
      model: "qwen3-8b",
      contextTokens: 8192,
      concurrency: 4,
      kvCacheType: "q8_0",
    });
    expect(command).toContain("llama_cpp:latest-jetson-orin llama-server -m Qwen3-8B-Q4_K_M.gguf");
    expect(command).toContain("-c 32768 -np 4 -fa on --cache-type-k q8_0 --cache-type-v q8_0");
    expect(command).not.toContain("--cache-ram");
  });

  it("counts the context of one slot for Ollama", () => {
    expect(
      commandOf({ model: "qwen2.5-vl-7b", runtime: "ollama", contextTokens: 8192, concurrency: 2 }),
    ).toBe(
      "OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=2 OLLAMA_MAX_LOADED_MODELS=1 OLLAMA_FLASH_ATTENTION=1 ollama serve & sleep 3; ollama run qwen2.5vl:7b",
    );
  });

  it.each([
    { settings: { promptCache: false }, flag: "--cache-ram 0" },
    { settings: { microBatchTokens: 128 }, flag: "-b 128 -ub 128" },
    { settings: { flashAttention: false }, flag: "-fa off" },
    { settings: { fullWindowCache: true }, flag: "--swa-full" },
    { settings: { contextCheckpoints: 8 }, flag: "--ctx-checkpoints 8" },
    {
      settings: { speculativeDecoding: { method: "draft", draft: "qwen3-0.6b" } },
      flag: "-md Qwen3-0.6B.gguf",
    },
  ])("gives llama.cpp $flag for $settings", ({ settings, flag }) => {
    const model = { model: "qwen3-8b" };
    expect(commandOf({ ...model, ...settings })).toContain(flag);
    expect(commandOf(model)).not.toContain(flag);
  });

  it("holds the prompt cache to what the plan counts", () => {
    expect(commandOf({ model: "qwen3-8b" }, "agx-orin-64gb", { promptCacheBytes: 233.6 * MIB })).toContain(
      "--cache-ram 234",
    );
  });

  it.each([
    { device: "orin-nano-8gb", settings: {}, kept: true },
    { device: "orin-nano-8gb", settings: { offloadProjector: true }, kept: false },
    { device: "agx-orin-64gb", settings: {}, kept: false },
    { device: "agx-orin-64gb", settings: { offloadProjector: false }, kept: true },
    { device: "orin-nano-8gb", settings: { images: 0 }, kept: false },
  ])("keeps the projector on the CPU of $device with $settings: $kept", ({ device, settings, kept }) => {
    const command = commandOf({ model: "qwen2.5-vl-3b", ...settings }, device);
    expect(command.includes("--no-mmproj-offload")).toBe(kept);
  });

  it("tells vLLM how much of the memory to take, and how many images a request has", () => {
    const workload = {
      model: "qwen2.5-vl-7b",
      runtime: "vllm",
      images: 2,
      kvCacheType: "fp8",
      contextTokens: 8192,
    };
    const command = commandOf(workload, "thor-t5000", { utilization: 0.75 });
    expect(command).toContain(
      "--entrypoint env vllm/vllm-openai:latest vllm serve ./Qwen2.5-VL-7B-Instruct-W4A16",
    );
    expect(command).toContain(
      `--max-model-len 8192 --max-num-seqs 1 --gpu-memory-utilization 0.75 --kv-cache-dtype fp8 --limit-mm-per-prompt '{"image":2}'`,
    );
    expect(
      commandOf({ ...workload, gpuMemoryUtilization: 0.6 }, "thor-t5000", { utilization: 0.75 }),
    ).toContain("--gpu-memory-utilization 0.6 ");
  });

  it.each([
    { l4t: undefined, image: "ghcr.io/nvidia-ai-iot/vllm:latest-jetson-orin" },
    { l4t: "36.5.0", image: "ghcr.io/nvidia-ai-iot/vllm:latest-jetson-orin" },
    { l4t: "39.2.0", image: "vllm/vllm-openai:latest" },
  ])("takes the image $image for vLLM on Orin with L4T $l4t", ({ l4t, image }) => {
    const release = toRelease(l4t, board("agx-orin-64gb"), knowledge);
    expect(commandOf({ model: "qwen3-8b", runtime: "vllm" }, "agx-orin-64gb", { release })).toContain(image);
  });

  it("builds an engine of TensorRT Edge-LLM with its limits, inside its container", () => {
    const made = commandsOf({
      model: "qwen3-8b",
      runtime: "tensorrt-edge-llm",
      contextTokens: 4096,
      maxInputTokens: 1024,
      concurrency: 2,
    });
    expect(made?.command).toContain("--maxInputLen 1024 --maxKVCacheCapacity 4096 --maxBatchSize 2");
    expect(made?.notes[0]).toBe("inside the container ghcr.io/nvidia-ai-iot/tensorrt_edge_llm:0.10.0-orin");
  });

  it("needs no container where none is made for the board", () => {
    expect(commandOf({ model: "qwen3-4b" }, "agx-xavier-32gb")).toMatch(/^llama-server /);
  });

  it.each([
    { runtime: "llama-cpp", words: "llama-bench -m Qwen3-8B-Q4_K_M.gguf -p 1024 -n 128 -d 2048 -fa 1" },
    {
      runtime: "vllm",
      words: "--random-input-len 1024 --random-output-len 128 --num-prompts 32 --max-concurrency 8",
    },
    { runtime: "ollama", words: "ollama run --verbose qwen3:8b" },
    { runtime: "tensorrt-llm", words: "--engine_dir Qwen3-8B-engine" },
  ])("measures with $runtime what was asked for", ({ runtime, words }) => {
    const workload = { model: "qwen3-8b", runtime, concurrency: 8 };
    expect(commandsOf(workload, "agx-orin-64gb", { promptTokens: 1024, depth: 2048 })?.benchmark).toContain(
      words,
    );
  });

  it("has commands for a detector, and none for an engine without a profile", () => {
    expect(commandOf({ model: "yolo11s" })).toBe(
      "trtexec --onnx=yolo11s.onnx --saveEngine=yolo11s.engine --fp16",
    );
    expect(commandsOf({ model: "qwen3-8b", runtime: "transformers" })).toBeNull();
  });

  it("leaves no place of a template unfilled, for any engine and model", () => {
    for (const model of ["qwen3-8b", "gemma-3-4b", "yolo11s", "whisper-small", "nomic-embed-text-v1.5"])
      for (const { id } of knowledge.runtimes.entries) {
        const made = toCommands(
          place({ model, runtime: id, quantization: "fp16" }),
          board("orin-nano-8gb"),
          {},
          knowledge,
        );
        expect(made?.command ?? "").not.toMatch(/undefined|\{\w+\}/);
        expect(made?.benchmark ?? "").not.toMatch(/undefined|\{\w+\}/);
      }
  });
});
