import { describe, expect, it } from "vitest";
import { estimateThroughput, ThroughputInput } from "../../tools/estimate-throughput.ts";
import { assume, estimateSpeed, knowledge } from "../fixtures/knowledge.ts";

const call = async (input: unknown) => await estimateThroughput.call(input, knowledge);
const modelIds = knowledge.models.entries.map(({ id }) => id);
const orin = { device: "agx-orin-64gb", model: "qwen3-8b" };
const expected = async (input: object) => (await estimateSpeed(input)).decodeTokensPerSecond?.expected ?? 0;

describe("estimate-throughput: power modes", () => {
  it.each(["qwen3-8b", "qwen3-14b", "qwen2.5-32b"])(
    "runs %s on AGX Orin in 30 W at 0.3 to 0.4 of MAXN, as was measured with few and many tokens in the cache",
    async (model) => {
      const share =
        (await expected({ ...orin, model, powerMode: "MODE_30W" })) /
        (await expected({ ...orin, model, powerMode: "MAXN" }));
      expect(share).toBeGreaterThan(0.3);
      expect(share).toBeLessThan(0.41);
    },
  );

  it("states the speed of the mode a board ships in, when that is another than the one estimated", async () => {
    const { shipped, names } = await estimateSpeed(orin);
    expect([names.powerMode, shipped?.powerMode]).toEqual(["MAXN", "MODE_30W"]);
    expect(shipped?.decodeTokensPerSecond.expected).toBe(await expected({ ...orin, powerMode: "30W" }));
    expect((await estimateSpeed({ ...orin, powerMode: "MAXN" })).shipped).toEqual(shipped);
    expect((await estimateSpeed({ ...orin, powerMode: "30W" })).shipped).toBeNull();
    expect((await estimateSpeed({ ...orin, device: "orin-nano-8gb" })).shipped).toBeNull();
  });

  it("runs Orin Nano Super in 25 W at about 1.4 times its 15 W", async () => {
    const nano = { device: "orin-nano-8gb-super", model: "qwen3-4b" };
    const gain =
      (await expected({ ...nano, powerMode: "25W" })) / (await expected({ ...nano, powerMode: "15W" }));
    expect(gain).toBeGreaterThan(1.2);
    expect(gain).toBeLessThan(1.6);
  });

  it.each(modelIds.filter((id) => /^(qwen3-(0\.6|1\.7|4)b|llama-3\.2-1b|gemma-3-(1|4)b)$/.test(id)))(
    "runs %s faster on Orin Nano Super than on the original, with a higher ceiling",
    async (model) => {
      const [plain, faster] = [
        await estimateSpeed({ device: "orin-nano-8gb", model }),
        await estimateSpeed({ device: "orin-nano-8gb-super", model }),
      ];
      expect(faster.decodeTokensPerSecond?.expected).toBeGreaterThan(
        plain.decodeTokensPerSecond?.expected ?? 0,
      );
      expect((faster.ceilingTokensPerSecond ?? 0) / (plain.ceilingTokensPerSecond ?? 1)).toBeCloseTo(
        102.4 / 68,
        10,
      );
    },
  );
});

describe("estimate-throughput: evidence", () => {
  it("lets a run of the same configuration decide", async () => {
    const { evidence, decodeTokensPerSecond, references } = await estimateSpeed({
      ...orin,
      model: "llama-3.1-8b",
    });
    expect(evidence).toBe("measured-here");
    expect(references[0]?.distance).toBe("same configuration");
    const measured = references.filter(({ distance }) => distance === "same configuration");
    const speeds = measured.map(({ tokensPerSecond }) => tokensPerSecond);
    expect(decodeTokensPerSecond?.expected).toBeGreaterThanOrEqual(Math.min(...speeds));
    expect(decodeTokensPerSecond?.expected).toBeLessThanOrEqual(Math.max(...speeds));
  });

  it("computes beside a detector what was measured alone, and lets the run decide beside what is idle", async () => {
    const question = { ...orin, model: "llama-3.1-8b" };
    const beside = (model: string) => estimateSpeed({ ...question, coTenants: [{ model }] });
    expect((await beside("yolo11s")).evidence).toBe("calibrated");
    expect((await beside("whisper-medium")).evidence).toBe("measured-here");
  });

  it("computes with the cache asked for what was measured with the engine's own, and gives it back", async () => {
    const question = { ...orin, model: "llama-3.1-8b", contextTokens: 4096 };
    const [plain, small] = [
      await estimateSpeed(question),
      await estimateSpeed({ ...question, kvCacheType: "q8_0" }),
    ];
    expect([plain.resolved.kvCacheType, small.resolved.kvCacheType]).toEqual(["f16", "q8-0"]);
    expect([plain.evidence, small.evidence]).toEqual(["measured-here", "calibrated"]);
    const streamed = ({ facts }: typeof plain) => facts.find(({ id }) => id === "streamed")?.value ?? 0;
    // 32 layers × 8 heads × 2 × 128 values × 4,096 tokens, of 2 bytes and of 34 ÷ 32.
    expect(streamed(plain) - streamed(small)).toBeCloseTo(32 * 8 * 2 * 128 * 4096 * (2 - 34 / 32), 0);
  });

  it.each([
    { what: "a fitted engine", input: orin, evidence: "calibrated" },
    {
      what: "a shape nobody states",
      input: { ...orin, model: { name: "A", parametersBillions: 8 } },
      evidence: "formula",
    },
    {
      what: "a board without bandwidth",
      input: { ...orin, device: "thor-t2000" },
      evidence: "benchmark-required",
    },
    { what: "a detector", input: { ...orin, model: "yolo11s" }, evidence: "benchmark-required" },
  ])("is $evidence for $what", async ({ input, evidence }) => {
    expect((await estimateSpeed(input)).evidence).toBe(evidence);
  });

  it("refuses every number of a board without bandwidth, and says how to measure", async () => {
    const { output, digest } = await call({ ...orin, device: "thor-t2000" });
    expect(output).toMatchObject({
      decodeTokensPerSecond: null,
      aggregateTokensPerSecond: null,
      prefillTokensPerSecond: null,
      timeToFirstTokenMs: null,
      visionMs: null,
      ceilingTokensPerSecond: null,
      boundBy: null,
      pace: null,
      shipped: null,
      verify: "llama-bench -m Qwen3-8B-Q4_K_M.gguf -p 512 -n 128 -d 4096 -fa 1",
      blockers: [],
    });
    expect(digest).toMatch(
      /^no speed of Qwen3 8B in Q4_K_M with llama.cpp on .*T2000.*: benchmark-required\n/,
    );
    expect(digest).toContain("measure it: llama-bench");
  });

  it.each([
    { what: "NVFP4 on Orin", input: { ...orin, quantization: "nvfp4", runtime: "vllm" } },
    { what: "AWQ in Ollama", input: { ...orin, quantization: "awq", runtime: "ollama" } },
    {
      what: "TensorRT Edge-LLM on Xavier",
      input: { ...orin, device: "agx-xavier-32gb", runtime: "tensorrt-edge-llm" },
    },
  ])("gives no number for what cannot run: $what", async ({ input }) => {
    const { output, digest } = await call(input);
    expect(output).toMatchObject({
      decodeTokensPerSecond: null,
      aggregateTokensPerSecond: null,
      prefillTokensPerSecond: null,
      timeToFirstTokenMs: null,
      ceilingTokensPerSecond: null,
      boundBy: null,
      visionMs: null,
      pace: null,
      shipped: null,
      evidence: "benchmark-required",
      verify: expect.stringMatching(/\S/),
      blockers: [{ source: expect.any(String) }],
    });
    expect(digest).toMatch(/^no speed of Qwen3 8B in .* on Jetson .*: \S.*\.\n/);
  });

  it("says in a sentence how to measure, where an engine has no command of its own", async () => {
    const { verify } = await estimateSpeed({ ...orin, runtime: "mlc", quantization: "q4f16-1" });
    expect(verify).toBe("run Qwen3 8B with MLC LLM on the board and count its tokens a second");
  });
});

describe("estimate-throughput: what slows and speeds", () => {
  it("slows down beside a detector, more with more streams", async () => {
    const beside = (streams: number) => expected({ ...orin, coTenants: [{ model: "yolo11s", streams }] });
    const [alone, one, four] = [await expected(orin), await beside(1), await beside(4)];
    expect(one).toBeLessThan(alone);
    expect(four).toBeLessThan(one);
    expect((await estimateSpeed({ ...orin, coTenants: [{ model: "YOLO" }] })).assumptions.join()).toContain(
      "YOLO11s × 1 at 30 frames/s",
    );
  });

  it("raises the ceiling by what speculation accepts, less the draft it reads", async () => {
    const ceiling = async (rest: object) =>
      (await estimateSpeed({ ...orin, ...rest })).ceilingTokensPerSecond ?? 0;
    const speculate = (acceptedTokensPerPass: number) =>
      ceiling({ speculativeDecoding: { method: "EAGLE-3", acceptedTokensPerPass } });
    const [plain, triple] = [await ceiling({}), await speculate(3)];
    expect(triple / plain).toBeGreaterThan(2.8);
    expect(triple / plain).toBeLessThan(3);
    expect(await speculate(1)).toBeLessThan(plain);
  });

  it("slows one stream and speeds up all with more of them, and slows with more in the cache", async () => {
    const { decodeTokensPerSecond: one, aggregateTokensPerSecond: all } = await estimateSpeed({
      ...orin,
      runtime: "vllm",
      concurrency: 8,
    });
    const alone = await expected({ ...orin, runtime: "vllm" });
    expect(one?.expected).toBeLessThan(alone);
    expect(all?.expected).toBeGreaterThan(alone);
    expect(await expected({ ...orin, contextTokens: 32_768 })).toBeLessThan(await expected(orin));
  });

  it.each([
    { runtime: "llama-cpp", least: 1.38, most: 1.4 },
    { runtime: "ollama", least: 1, most: 1 },
    { runtime: "vllm", least: 4, most: 5.1 },
    { runtime: "tensorrt-edge-llm", least: 4.5, most: 7 },
  ])(
    "gives eight streams of $runtime together $least to $most times one, as users report",
    async (growth) => {
      const question = { ...orin, model: "qwen3-8b", runtime: growth.runtime, contextTokens: 512 };
      const isolated = { ...knowledge, measurements: () => [] };
      const speed = async (concurrency: number) => {
        const input = ThroughputInput.parse({ ...question, concurrency });
        return (await estimateThroughput.run(input, isolated)).aggregateTokensPerSecond?.expected ?? 0;
      };
      const times = (await speed(8)) / (await speed(1));
      expect(times).toBeGreaterThanOrEqual(growth.least);
      expect(times).toBeLessThanOrEqual(growth.most);
    },
  );

  it.each([
    {
      what: "on Thor with vLLM",
      input: { device: "thor-t5000", model: "qwen3-8b", runtime: "vllm" },
      cold: true,
    },
    { what: "on Thor with llama.cpp", input: { device: "thor-t5000", model: "qwen3-8b" }, cold: false },
    { what: "on Orin with vLLM", input: { ...orin, runtime: "vllm" }, cold: false },
  ])("warns of slow first runs $what: $cold", async ({ input, cold }) => {
    const { coldStart, decodeTokensPerSecond } = await estimateSpeed(input);
    const speed = (decodeTokensPerSecond?.expected ?? 0) * assume("cold-start-thor-vllm");
    expect(coldStart?.decodeTokensPerSecond ?? null).toBe(cold ? speed : null);
  });
});

describe("estimate-throughput: pace", () => {
  /** 6 GB of INT8 in an engine that takes a quarter longer than the bandwidth's ideal, and 0.15 ms for its layer. */
  const at = (gigabytes: number) =>
    estimateSpeed({
      device: { name: "Mine", bandwidth: `${gigabytes} GB/s`, memory: "16 GB" },
      model: { name: "Six", parametersBillions: 6, layers: 1, kvHeads: 1, headSize: 1 },
      runtime: "sglang",
      quantization: "int8",
      contextTokens: 1,
    });

  it.each([
    { speed: 10, gigabytes: 75.12, pace: "interactive" },
    { speed: 10, gigabytes: 75.11, pace: "slow" },
    { speed: 5, gigabytes: 37.53, pace: "slow" },
    { speed: 5, gigabytes: 37.52, pace: "too-slow" },
  ])("is $pace close to $speed tok/s, at $gigabytes GB/s", async ({ speed, gigabytes, pace }) => {
    const { pace: found, decodeTokensPerSecond } = await at(gigabytes);
    expect(decodeTokensPerSecond?.expected).toBeCloseTo(speed, 1);
    expect(found).toBe(pace);
  });
});
