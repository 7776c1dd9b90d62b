import { describe, expect, it } from "vitest";
import { Claim, ClaimFile, ClaimMetric, metricUnit, parseClaimed } from "../../knowledge/claim-schema.ts";
import { Metric } from "../../knowledge/evidence-schema.ts";

const claim = { id: "c1", heading: "Speed", metric: "decode", value: "55 tok/s" };

describe("metricUnit()", () => {
  it.each([
    ["decode", "tok/s"],
    ["aggregate", "tok/s"],
    ["prefill", "tok/s"],
    ["time-to-first-token", "ms"],
    ["vision-latency", "ms"],
    ["frame-latency", "ms"],
    ["power", "W"],
    ["memory", "B"],
    ["kv-cache", "B"],
    ["file-size", "B"],
    ["bandwidth", "B/s"],
    ["compute-int8-sparse", "op/s"],
    ["price", "USD"],
    ["largest-model", "billions"],
    ["ratio", "1"],
  ] as const)("of %s is %s", (metric, unit) => {
    expect(metricUnit(metric)).toBe(unit);
  });

  it("is bytes for all that is no speed, time or power", () => {
    expect(Metric.options.filter((metric) => metricUnit(metric) !== "B")).toHaveLength(7);
  });
});

describe("parseClaimed()", () => {
  it.each([
    { value: "55 tok/s", metric: "decode", read: 55 },
    { value: 55, metric: "decode", read: 55 },
    { value: "1,700 tok/s", metric: "prefill", read: 1700 },
    { value: "273 GB/s", metric: "bandwidth", read: 273e9 },
    { value: "275 TOPS", metric: "compute-int8-sparse", read: 275e12 },
    { value: "0.5 s", metric: "time-to-first-token", read: 500 },
    { value: "3.5 GB", metric: "weights", read: 3.5e9 },
    { value: "3.5 GiB", metric: "weights", read: 3.5 * 2 ** 30 },
    { value: "5 GB", metric: "decode", read: undefined },
    { value: "7", metric: "ratio", read: undefined },
    { value: "fast", metric: "decode", read: undefined },
  ] as const)("reads $value of $metric as $read", ({ value, metric, read }) => {
    expect(parseClaimed(value, metric)).toBe(read);
  });
});

describe("Claim", () => {
  it("has two ends, which are one where the document prints one figure", () => {
    expect(Claim.parse(claim)).toEqual({ id: "c1", heading: "Speed", metric: "decode", low: 55, high: 55 });
    expect(Claim.parse({ ...claim, value: ["40 tok/s", 60] })).toMatchObject({ low: 40, high: 60 });
  });

  it.each([
    { why: "another unit", raw: { ...claim, value: "55 GB" } },
    { why: "ends the wrong way round", raw: { ...claim, value: [60, 40] } },
    { why: "no place", raw: { ...claim, heading: undefined } },
    { why: "a metric it does not know", raw: { ...claim, metric: "beauty" } },
    { why: "an unnamed model", raw: { ...claim, model: { parametersBillions: 7 } } },
  ])("refuses $why", ({ raw }) => {
    expect(Claim.safeParse(raw).success).toBe(false);
  });
});

describe("ClaimMetric", () => {
  it("is all that can be measured, and more", () => {
    expect(ClaimMetric.options).toEqual(expect.arrayContaining([...Metric.options]));
    expect(ClaimMetric.options.length).toBeGreaterThan(Metric.options.length);
  });
});

describe("ClaimFile", () => {
  it("names its source", () => {
    expect(ClaimFile.parse({ source: "blog", rows: [claim] }).rows).toHaveLength(1);
    expect(ClaimFile.safeParse({ rows: [claim] }).success).toBe(false);
  });
});
