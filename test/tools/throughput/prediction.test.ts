import { describe, expect, it } from "vitest";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import type { Reference } from "../../../tools/placement/subject.ts";
import { type Prediction, predict } from "../../../tools/throughput/prediction.ts";
import { assume, board, knowledge, place } from "../../fixtures/knowledge.ts";

/** 100 GB/s and 12 TFLOPS: an uncalibrated engine takes 1.25 times the ideal, 150,000 cycles a layer at 1 GHz. */
const device = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s", compute: { fp16DenseTflops: 12 } };
/** 6 billion parameters in INT8 are 6 GB; one token of cache is 4 bytes. */
const model = { name: "Six", parametersBillions: 6, layers: 1, kvHeads: 1, headSize: 1 };
const engine = { runtime: "sglang", quantization: "int8", contextTokens: 1 };

type Question = { device?: Reference; workload?: object; share?: number; promptTokens?: number };

function ask(question: Question = {}, records: Knowledge = knowledge): Prediction {
  const placed = place({ model, ...engine, ...question.workload });
  const on = board(question.device ?? device);
  return predict(on, placed, question.share ?? 1, question.promptTokens ?? 350, records);
}

describe("predict()", () => {
  it("decodes 6 GB at 100 GB/s in 75.15 ms: 13.3 tok/s below a ceiling of 16.7", () => {
    const { decodeTokensPerSecond, aggregateTokensPerSecond, ceilingTokensPerSecond, ...rest } = ask();
    expect(decodeTokensPerSecond?.expected).toBeCloseTo(1 / 0.07515, 3);
    expect(decodeTokensPerSecond?.low).toBeCloseTo(1 / (0.07515 * 2.5), 3);
    expect(decodeTokensPerSecond?.high).toBeCloseTo(100 / 6, 3);
    expect(aggregateTokensPerSecond).toEqual(decodeTokensPerSecond);
    expect(ceilingTokensPerSecond).toBeCloseTo(100 / 6, 3);
    expect(rest).toMatchObject({ boundBy: "bandwidth", evidence: "formula", references: [], visionMs: null });
  });

  /** 1,000 operations at the peak for a token, what of 60 ms of weights does not hide, and an overhead. */
  const prompt = (tokens: number) =>
    tokens * assume("prompt-arithmetic-widened-other") +
    60 * assume("prompt-streaming") +
    assume("prompt-overhead-other");

  it("answers when the prompt is read: the pass that reads it yields the first token", () => {
    const { prefillTokensPerSecond, timeToFirstTokenMs } = ask();
    expect(timeToFirstTokenMs?.expected).toBeCloseTo(prompt(350), 3);
    expect(prefillTokensPerSecond?.expected).toBeCloseTo(350_000 / prompt(350), 3);
    expect(ask({ promptTokens: 700 }).timeToFirstTokenMs?.expected).toBeCloseTo(prompt(700), 3);
  });

  it("reads the prompt as much slower as the share that is left", () => {
    expect(ask({ share: 0.5 }).timeToFirstTokenMs?.expected).toBeCloseTo(2 * prompt(350), 3);
  });

  it("yields 3 tokens a pass with a draft that reads a fifth of the target and 5 tokens that are checked", () => {
    const speculativeDecoding = { method: "EAGLE-3", acceptedTokensPerPass: 3 };
    const { decodeTokensPerSecond } = ask({ workload: { speculativeDecoding } });
    const check = 5 * assume("prompt-arithmetic-widened-other");
    const draft = 60 * assume("speculation-draft-share-eagle");
    expect(decodeTokensPerSecond?.expected).toBeCloseTo(3000 / (75.15 + check + draft), 3);
    const spread = (decodeTokensPerSecond?.expected ?? 0) / (decodeTokensPerSecond?.low ?? 1);
    expect(spread).toBeCloseTo(1 + assume("interval-speculation"), 9);
  });

  it.each([
    { what: "llama.cpp", engine: { runtime: "llama-cpp", quantization: "q8-0" }, least: 1.39, most: 1.4 },
    { what: "Ollama", engine: { runtime: "ollama", quantization: "q8-0" }, least: 1, most: 1 },
    { what: "vLLM", engine: { runtime: "vllm" }, least: 5, most: 7 },
  ])("gives 8 streams of $what $least to $most times as much as one", ({ engine: runs, least, most }) => {
    const [one, eight] = [1, 8].map((concurrency) => ask({ workload: { ...runs, concurrency } }));
    const alone = one?.decodeTokensPerSecond?.expected ?? 0;
    const times = (eight?.aggregateTokensPerSecond?.expected ?? 0) / alone;
    expect(times).toBeGreaterThan(least - 1e-9);
    expect(times).toBeLessThan(most + 1e-9);
    expect((eight?.decodeTokensPerSecond?.expected ?? 0) / alone).toBeCloseTo(times / 8, 10);
    expect(eight?.ceilingTokensPerSecond).toBe(one?.ceilingTokensPerSecond);
  });

  it("knows no prompt speed, when nobody states the compute", () => {
    const { compute, ...unknown } = device;
    expect(ask({ device: unknown })).toMatchObject({
      prefillTokensPerSecond: null,
      timeToFirstTokenMs: null,
      decodeTokensPerSecond: { expected: expect.any(Number) },
    });
  });

  it("encodes images before: 100 tokens of 4 patches through half a billion parameters", () => {
    const eyes = {
      ...model,
      kind: "vlm",
      parametersBillions: 6.5,
      visionParametersMillions: 500,
      imageTokens: { rule: "fixed", tokens: 100 },
    };
    const { visionMs, timeToFirstTokenMs } = ask({ workload: { model: eyes }, promptTokens: 250 });
    const ideal = ((2 * 0.5e9 * 400) / 12e9) * (1 + 400 / (6 * assume("vision-tower-width")));
    const vision = assume("vision-overhead") + assume("vision-arithmetic-other") * ideal;
    expect(visionMs?.expected).toBeCloseTo(vision, 3);
    expect(timeToFirstTokenMs?.expected).toBeCloseTo(vision + prompt(350), 2);
    expect(ask({ workload: { model: eyes, images: 0 } }).visionMs).toBeNull();
  });

  it.each([
    { share: 1, expected: 1 / 0.07515 },
    { share: 0.5, expected: 0.5 / 0.07515 },
  ])("leaves $expected tok/s of a share of $share, and the ceiling where it is", ({ share, expected }) => {
    const { decodeTokensPerSecond, ceilingTokensPerSecond } = ask({ share });
    expect(decodeTokensPerSecond?.expected).toBeCloseTo(expected, 3);
    expect(ceilingTokensPerSecond).toBeCloseTo(100 / 6, 3);
  });

  it.each([
    { boundBy: "bandwidth", why: "reading takes longest", question: {} },
    {
      boundBy: "overhead",
      why: "there is little to read",
      question: { workload: { model: { ...model, parametersBillions: 0.01 } } },
    },
    { boundBy: "bandwidth", why: "25 sequences multiply it", question: { workload: { concurrency: 25 } } },
    { boundBy: "compute", why: "27 sequences multiply it", question: { workload: { concurrency: 27 } } },
    {
      boundBy: "allocation",
      why: "the weights are more than the memory",
      question: { device: { ...device, memory: "5 GB" } },
    },
  ])("is bound by $boundBy, when $why", ({ boundBy, question }) => {
    expect(ask(question).boundBy).toBe(boundBy);
  });

  it("is bound by allocation where the experts of a mixture do not fit, though a pass reads few", () => {
    const workload = { model: "qwen3-30b-a3b", runtime: "llama-cpp", quantization: "q4-k-m" };
    expect(ask({ device: "orin-nx-16gb", workload }).boundBy).toBe("allocation");
    expect(ask({ device: "agx-orin-64gb", workload }).boundBy).not.toBe("allocation");
  });

  it("is bound by bandwidth up to the byte that fills the memory", () => {
    expect(ask({ device: { ...device, memory: "6 GB" } }).boundBy).toBe("bandwidth");
    expect(ask({ device: { ...device, memory: "5999999999 B" } }).boundBy).toBe("allocation");
  });

  it.each([
    { what: "the board's bandwidth", question: { device: "thor-t2000" } },
    {
      what: "any language model",
      question: { workload: { model: "yolo11s", runtime: "tensorrt", quantization: "fp16" } },
    },
  ])("requires a benchmark and gives no number without $what", ({ question }) => {
    expect(ask(question)).toEqual({
      decodeTokensPerSecond: null,
      aggregateTokensPerSecond: null,
      prefillTokensPerSecond: null,
      timeToFirstTokenMs: null,
      visionMs: null,
      ceilingTokensPerSecond: null,
      boundBy: null,
      interval: null,
      promptInterval: null,
      visionInterval: null,
      evidence: "benchmark-required",
      references: [],
      sampleSize: 0,
      basis: null,
    });
  });

  it.each([
    { what: "a fitted engine and a known shape", workload: { runtime: "vllm" }, evidence: "calibrated" },
    { what: "an engine nobody fitted", workload: {}, evidence: "formula" },
    {
      what: "a shape nobody states",
      workload: { runtime: "vllm", model: { name: "Six", parametersBillions: 6 } },
      evidence: "formula",
    },
  ])("calls its evidence $evidence for $what, and spreads as far", ({ workload, evidence }) => {
    const orin = { ...device, gpu: { computeCapability: 8.7 } };
    const { decodeTokensPerSecond: range, evidence: found, sampleSize } = ask({ workload, device: orin });
    expect(found).toBe(evidence);
    const fitted = knowledge.assumption("decode-layer-cycles-vllm-orin").sampleSize;
    expect(sampleSize).toBe(evidence === "calibrated" ? fitted : 0);
    const interval = { calibrated: "interval-decode-vllm", formula: "interval-formula" }[evidence] ?? "";
    expect((range?.expected ?? 0) / (range?.low ?? 1)).toBeCloseTo(1 + assume(interval), 10);
  });
});

describe("predict() where somebody measured", () => {
  const run = {
    device: "agx-orin-64gb",
    powerMode: "MAXN",
    model: "qwen3-8b",
    quantization: "q4-k-m",
    runtime: "llama-cpp",
    metric: "decode",
    confidence: "high",
  };
  const measured = (values: number[], change: object = {}, workload: object = {}, share = 1) => {
    const rows = values.map((value, index) => ({
      ...Measurement.parse({ ...run, id: `m${index}`, value, ...change }),
      source: "user",
    }));
    const placed = place({ model: "qwen3-8b", ...workload });
    return predict(board("agx-orin-64gb"), placed, share, 512, { ...knowledge, measurements: () => rows });
  };

  it.each([
    { values: [20], expected: 20 },
    { values: [24, 20], expected: 22 },
    { values: [30, 20, 21], expected: 21 },
  ])(
    "takes the median of $values: $expected tok/s, within what other sources differ by",
    ({ values, expected }) => {
      const { decodeTokensPerSecond, evidence, sampleSize } = measured(values);
      expect(evidence).toBe("measured-here");
      expect(sampleSize).toBe(values.length);
      expect(decodeTokensPerSecond?.expected).toBe(expected);
      expect(decodeTokensPerSecond?.low).toBeCloseTo(expected / (1 + assume("interval-measured")), 10);
    },
  );

  it("shares what all streams reached, and multiplies what one reached among as many", () => {
    const all = measured([80], { metric: "aggregate", concurrency: 4 }, { concurrency: 4 });
    expect(all.decodeTokensPerSecond?.expected).toBe(20);
    expect(all.aggregateTokensPerSecond?.expected).toBe(80);
    const one = measured([15], { concurrency: 4 }, { concurrency: 4 });
    expect(one.decodeTokensPerSecond?.expected).toBe(15);
    expect(one.aggregateTokensPerSecond?.expected).toBe(60);
  });

  it.each([
    { measuredAt: 4096, asked: 4096, evidence: "measured-here" },
    { measuredAt: 4096, asked: 2048, evidence: "measured-here" },
    { measuredAt: 4096, asked: 2047, evidence: "calibrated" },
    { measuredAt: 4096, asked: 8192, evidence: "measured-here" },
    { measuredAt: 4096, asked: 8193, evidence: "calibrated" },
    { measuredAt: 16_384, asked: 8192, evidence: "measured-here" },
    { measuredAt: 16_385, asked: 8192, evidence: "calibrated" },
    { measuredAt: undefined, asked: 2048, evidence: "measured-here" },
    { measuredAt: undefined, asked: 2047, evidence: "calibrated" },
    { measuredAt: undefined, asked: 8192, evidence: "measured-here" },
    { measuredAt: undefined, asked: 8193, evidence: "calibrated" },
  ])("is $evidence for $asked tokens, when a run had $measuredAt in the cache", (context) => {
    const change = { contextTokens: context.measuredAt };
    const { evidence, references } = measured([20], change, { contextTokens: context.asked });
    expect(evidence).toBe(context.evidence);
    expect(references).toHaveLength(1);
  });

  it("does not take a run of the board alone for one beside a detector, but shows it", () => {
    const { evidence, references, decodeTokensPerSecond: range } = measured([20], {}, {}, 0.5);
    expect(evidence).toBe("calibrated");
    expect((range?.expected ?? 0) / (range?.low ?? 1)).toBeCloseTo(1 + assume("interval-decode-ggml"), 10);
    expect(references).toHaveLength(1);
  });

  it("computes, when the only run is of low confidence, and still shows it", () => {
    const { evidence, references } = measured([20], { confidence: "low" });
    expect(evidence).toBe("calibrated");
    expect(references).toHaveLength(1);
  });

  it("prints nothing above the ceiling, whatever was measured", () => {
    const { decodeTokensPerSecond, ceilingTokensPerSecond } = measured([1000]);
    expect(decodeTokensPerSecond?.expected).toBe(ceilingTokensPerSecond);
  });

  it("computes, when the only run is implausible, and still shows it", () => {
    const { evidence, references } = measured([52], { plausible: false });
    expect(evidence).toBe("calibrated");
    expect(references).toHaveLength(1);
  });
});
