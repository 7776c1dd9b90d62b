import { describe, expect, it } from "vitest";
import { GIB, MIB } from "../../knowledge/units.ts";
import { memoryFit } from "../../tools/memory-fit.ts";
import { fitMemory, knowledge, partBytes } from "../fixtures/knowledge.ts";

const call = async (input: unknown) => await memoryFit.call(input, knowledge);

describe("memory-fit: cache and state against the logs", () => {
  /** Windows of gpt-oss-20b beside the 102.00 MiB logged: 12 layers × 768 cells of 1,088 bytes. */
  const windows = 12 * 768 * 1088;

  it.each([
    {
      id: "L01d",
      bytes: 224 * MIB,
      workload: {
        model: "Qwen2.5-Coder-7B-Instruct",
        quantization: "Q4_K_M",
        runtime: "ollama",
        contextTokens: 4096,
      },
    },
    {
      id: "L09",
      bytes: 126 * MIB,
      workload: {
        model: "Qwen2.5-7B-Instruct",
        quantization: "Q4_K_M",
        runtime: "llama-server",
        contextTokens: 8192,
        kvCacheType: "q4_0",
      },
    },
    {
      id: "L12",
      bytes: 102 * MIB + windows,
      workload: {
        model: "gpt-oss-20b",
        quantization: "MXFP4",
        runtime: "llama.cpp",
        contextTokens: 8192,
        kvCacheType: "q8_0",
      },
    },
    {
      id: "L13a and L13b",
      bytes: (4224 + 201) * MIB,
      workload: {
        model: "Qwen3.5-9B",
        quantization: "Q8_0",
        runtime: "llama.cpp",
        contextTokens: 33_792,
        concurrency: 4,
      },
    },
    {
      id: "L13c",
      bytes: (1056 + 50.25) * MIB,
      workload: { model: "Qwen3.5-9B", quantization: "Q8_0", runtime: "llama.cpp", contextTokens: 33_792 },
    },
    {
      id: "J01b",
      bytes: 448 * MIB,
      workload: { model: "Qwen3-0.6B", quantization: "Q4_K_M", runtime: "llama.cpp", contextTokens: 4096 },
    },
    {
      id: "V01",
      bytes: 5.38 * GIB,
      workload: {
        model: "gpt-oss-120b",
        quantization: "MXFP4",
        runtime: "vLLM",
        contextTokens: 78_384,
        kvCacheType: "bf16",
      },
    },
    {
      id: "V03b",
      bytes: 6495 * 1_835_008,
      workload: {
        model: "Qwen3-0.6B",
        quantization: "BF16",
        runtime: "vLLM",
        contextTokens: 16,
        concurrency: 6495,
      },
    },
  ])("agrees within 0.5 %: $id", async ({ workload, bytes }) => {
    const computed = partBytes(
      await fitMemory({ device: "thor-t5000", workloads: [workload] }),
      "kv-cache",
      "state",
    );
    expect(Math.abs(computed / bytes - 1)).toBeLessThan(0.005);
  });
});

describe("memory-fit: verdicts", () => {
  const tiny = { name: "Tiny", parametersBillions: 1 };
  const on = (bytes: number) =>
    fitMemory({ device: { name: "Mine", memory: `${bytes} B` }, workloads: [{ model: tiny }] });
  const reserve = 2 ** 29;

  it.each([
    { headroom: 1, verdict: "fits" },
    { headroom: 0, verdict: "fits" },
    { headroom: -1, verdict: "tight" },
    { headroom: -reserve, verdict: "tight" },
    { headroom: -reserve - 1, verdict: "does-not-fit" },
  ])("says $verdict for a headroom of $headroom bytes", async ({ headroom, verdict }) => {
    const { bytesNeeded } = await on(10e9);
    const result = await on(bytesNeeded + headroom);
    expect(partBytes(result, "reserve")).toBe(reserve);
    expect(result).toMatchObject({ bytesNeeded, headroomBytes: headroom, verdict });
  });

  it("mends a cache that the board cannot have by the plain one", async () => {
    const { fixes } = await fitMemory({
      device: "orin-nx-16gb",
      workloads: [{ model: "qwen3-4b", runtime: "tensorrt-edge-llm", kvCacheType: "fp8" }],
    });
    expect(fixes[0]).toMatchObject({ change: "KV cache in f16", verdict: "fits" });
  });

  it.each([
    {
      what: "NVFP4 on Orin",
      device: "agx-orin-64gb",
      workload: { quantization: "nvfp4" },
      code: "no-fp4-hardware",
    },
    {
      what: "AWQ in Ollama",
      device: "agx-orin-64gb",
      workload: { quantization: "AWQ", runtime: "Ollama" },
      code: "format-not-loaded",
    },
    {
      what: "TensorRT Edge-LLM on Xavier",
      device: "agx-xavier-32gb",
      workload: { runtime: "TensorRT Edge-LLM" },
      code: "runtime-not-on-board",
    },
  ])("says unsupported, why and who says so: $what", async ({ device, workload, code }) => {
    const { verdict, blockers, sources } = await fitMemory({
      device,
      workloads: [{ model: "qwen3-8b", ...workload }],
    });
    expect(verdict).toBe("unsupported");
    expect(blockers).toEqual([{ code, message: expect.stringMatching(/\.$/), source: expect.any(String) }]);
    expect(sources.map(({ id }) => id)).toContain(blockers[0]?.source);
  });

  it("puts a detector beside a model, as people ask", async () => {
    const both = { device: "Orin NX 16GB", workloads: [{ model: "qwen2.5vl:7b" }, { model: "YOLO" }] };
    const result = await fitMemory(both);
    expect(result).toMatchObject({
      verdict: "fits",
      names: { workloads: ["Qwen2.5-VL 7B Instruct", "YOLO11s"] },
    });
    expect((await fitMemory({ ...both, device: "orin-nano-8gb" })).verdict).toBe("does-not-fit");
  });
});

describe("memory-fit: what it says beside the verdict", () => {
  const cautions = async (device: string, workload: object, rest: object = {}) =>
    (await fitMemory({ device, workloads: [{ model: "qwen2.5-vl-7b", ...workload }], ...rest })).assumptions;

  it.each([
    { tokens: 128_000, said: false },
    { tokens: 128_001, said: true },
  ])("warns of a context of $tokens tokens for a model made for 128,000: $said", async ({ tokens, said }) => {
    const words = "Qwen2.5-VL 7B Instruct was made for 128,000 tokens; 128,001 is more";
    expect((await cautions("thor", { contextTokens: tokens })).includes(words)).toBe(said);
  });

  it.each([
    { tokens: 2392, said: false },
    { tokens: 2391, said: true },
  ])("warns of two images, 2,392 tokens, in a context of $tokens: $said", async ({ tokens, said }) => {
    const all = await cautions("thor", { contextTokens: tokens, images: 2 });
    expect(all.some((text) => text.includes("2 images take 2,392 tokens, more than the context"))).toBe(said);
  });

  it.each([
    { contextTokens: 37_449, said: false },
    { contextTokens: 37_450, said: true },
  ])(
    "warns of one allocation of 4 GiB and more: $said for a cache of $contextTokens tokens",
    async ({ contextTokens, said }) => {
      const model = { name: "Cache", layers: 28, kvHeads: 8, headSize: 128, parametersBillions: 1 };
      const all = await cautions("thor", { model, contextTokens });
      expect(all.some((text) => text.includes("NvMap error 12"))).toBe(said);
    },
  );

  it.each([
    { device: "agx-orin-64gb", quantization: "fp8", said: true },
    { device: "agx-orin-64gb", quantization: "nvfp4", said: false },
    { device: "thor-t5000", quantization: "fp8", said: false },
  ])("says that $quantization is emulated on $device: $said", async ({ device, quantization, said }) => {
    const all = await cautions(device, { runtime: "vllm", quantization });
    expect(all.some((text) => text.includes("widens the weights"))).toBe(said);
  });

  it("says that a desktop runs only where that was not stated, and that memory is an estimate where it is", async () => {
    expect(await cautions("thor-t5000", {})).toContain("desktop running");
    expect(await cautions("thor-t5000", {}, { os: "desktop" })).not.toContain("desktop running");
    const estimate = "Jetson Thor T4000 64GB: its usable memory is an estimate, nobody published MemTotal";
    expect(await cautions("thor-t4000", {})).toContain(estimate);
    expect((await cautions("thor-t5000", {})).filter((text) => text.includes("estimate,"))).toEqual([]);
  });

  it("has a command for each workload of a plan that can run, and none for one that cannot", async () => {
    const plan = { device: "agx-orin-64gb", workloads: [{ model: "qwen3-8b" }, { model: "yolo11s" }] };
    const { commands } = await fitMemory(plan);
    expect(commands.map(({ workload, runtime }) => [workload, runtime])).toEqual([
      [0, "llama-cpp"],
      [1, "tensorrt"],
    ]);
    expect((await fitMemory({ ...plan, device: "orin-nano-4gb" })).commands).toEqual([]);
    const blocked = { ...plan, workloads: [{ model: "qwen3-8b", quantization: "nvfp4", runtime: "vllm" }] };
    expect((await fitMemory(blocked)).commands).toEqual([]);
  });

  it("digests verdict, sums, blockers and four fixes at most", async () => {
    const { digest } = await call({ device: "orin-nano-8gb", workloads: [{ model: "qwen3-8b" }] });
    expect(digest).toMatch(
      /^verdict: does not fit. Qwen3 8B on Jetson Orin Nano 8GB needs 8\.\d\d GB of 7\.99 GB, headroom -\d+ MB\n/,
    );
    expect(digest.match(/^fix: .* → (fits|tight)$/gm)?.length).toBe(4);
    const blocked = await call({
      device: "agx-orin-64gb",
      workloads: [{ model: "qwen3-8b", quantization: "nvfp4" }],
    });
    expect(blocked.digest).toContain("blocked: Jetson AGX Orin 64GB (Ampere) has no FP4 hardware");
  });
});
