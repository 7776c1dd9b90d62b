import { describe, expect, it } from "vitest";
import { Assumption, Measurement, MeasurementFile, Metric, Source } from "../../knowledge/evidence-schema.ts";

const assumption = { value: 0.6, meaning: "share", source: "review", confidence: "low" };
const run = {
  id: "m1",
  device: "orin-nx-16gb",
  model: "qwen3-8b",
  quantization: "q4-k-m",
  runtime: "llama-cpp",
  metric: "decode",
  value: 12.5,
  confidence: "high",
};

describe("Source", () => {
  it.each([
    { raw: { title: "A page" }, fine: true },
    { raw: { title: "A page", trust: "high", trustReason: "the vendor's own" }, fine: true },
    { raw: { publisher: "Nobody" }, fine: false },
    { raw: { title: "A page", trust: "total" }, fine: false },
    { raw: { title: "A page", author: "A" }, fine: false },
  ])("takes $raw: $fine", ({ raw, fine }) => {
    expect(Source.safeParse(raw).success).toBe(fine);
  });
});

describe("Assumption", () => {
  it.each([
    { value: 0.6, read: 0.6 },
    { value: "0.5 GiB", read: 536_870_912 },
    { value: "245 MB", read: 245e6 },
    { value: "2 ms", read: 2 },
    { value: "1.5 s", read: 1500 },
    { value: "30 W", read: 30 },
  ])("reads the value $value as $read", ({ value, read }) => {
    expect(Assumption.parse({ ...assumption, value }).value).toBe(read);
  });

  it("reads both ends of a range like the value", () => {
    expect(Assumption.parse({ ...assumption, range: ["0.3 GB", "1 GB"] }).range).toEqual([3e8, 1e9]);
  });

  it("says what it wants, when the value is something else", () => {
    const { error } = Assumption.safeParse({ ...assumption, value: "a lot" });
    expect(error?.message).toContain(
      'wanted a number, a size, a duration, a power or a clock, got \\"a lot\\"',
    );
  });

  it.each([
    { why: "no source", raw: { ...assumption, source: undefined } },
    { why: "no meaning", raw: { ...assumption, meaning: undefined } },
    { why: "no confidence", raw: { ...assumption, confidence: undefined } },
    { why: "a range with one end", raw: { ...assumption, range: [1] } },
    { why: "a sample of none", raw: { ...assumption, sampleSize: 0 } },
  ])("refuses $why", ({ raw }) => {
    expect(Assumption.safeParse(raw).success).toBe(false);
  });
});

describe("Measurement", () => {
  it("is one sequence, plausible and warm, unless it says so", () => {
    const filled = { concurrency: 1, plausible: true, coldStart: false };
    expect(Measurement.parse(run)).toEqual({ ...run, ...filled });
  });

  it.each(["id", "device", "model", "quantization", "runtime", "metric", "value", "confidence"])(
    "needs its %s",
    (field) => {
      expect(Measurement.safeParse({ ...run, [field]: undefined }).success).toBe(false);
    },
  );

  it.each([
    { why: "no sequence at once", raw: { ...run, concurrency: 0 } },
    { why: "a pass that yields nothing", raw: { ...run, acceptedTokensPerPass: 0 } },
    { why: "half a token", raw: { ...run, contextTokens: 0.5 } },
    { why: "a metric it does not know", raw: { ...run, metric: "speed" } },
    { why: "a source of its own", raw: { ...run, source: "blog" } },
  ])("refuses $why", ({ raw }) => {
    expect(Measurement.safeParse(raw).success).toBe(false);
  });
});

describe("Measurement of a file", () => {
  const file = { id: "g1", model: "m", quantization: "q8-0", metric: "file-size", confidence: "high" };

  it("has its size and its rounding as printed, and neither device nor engine", () => {
    expect(Measurement.parse({ ...file, value: "15.0 GiB", rounding: "0.05 GiB" })).toMatchObject({
      value: 15 * 2 ** 30,
      rounding: 0.05 * 2 ** 30,
      device: "any",
      runtime: "any",
    });
  });

  it("is the only one that can do without a device", () => {
    expect(Measurement.safeParse({ ...file, value: 1, metric: "projector-size" }).success).toBe(true);
    expect(Measurement.safeParse({ ...file, value: 1, metric: "memory" }).success).toBe(false);
  });
});

describe("Metric", () => {
  it("knows speeds, times, memory with its parts, and power", () => {
    for (const known of ["decode", "frame-latency", "memory", "kv-cache", "power"])
      expect(Metric.safeParse(known).success).toBe(true);
    expect(Metric.safeParse("Decode").success).toBe(false);
  });
});

describe("MeasurementFile", () => {
  it.each([
    { raw: { source: "blog", rows: [run] }, fine: true },
    { raw: { rows: [run] }, fine: false },
    { raw: { source: "blog" }, fine: false },
    { raw: { source: "blog", rows: [{ ...run, value: "12" }] }, fine: false },
  ])("takes $raw: $fine", ({ raw, fine }) => {
    expect(MeasurementFile.safeParse(raw).success).toBe(fine);
  });
});
