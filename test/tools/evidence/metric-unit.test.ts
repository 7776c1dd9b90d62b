import { describe, expect, it } from "vitest";
import { Metric } from "../../../knowledge/evidence-schema.ts";
import { displayMeasured, metricUnit, speaksOf } from "../../../tools/evidence/metric-unit.ts";

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
  ] as const)("of %s is %s", (metric, unit) => {
    expect(metricUnit(metric)).toBe(unit);
  });

  it("is bytes for all that is no speed, time or power", () => {
    expect(Metric.options.filter((metric) => metricUnit(metric) !== "B")).toHaveLength(7);
  });
});

describe("displayMeasured()", () => {
  it.each([
    { value: 26.8, unit: "tok/s", display: "26.8 tok/s" },
    { value: 1.39, unit: "ms", display: "1.39 ms" },
    { value: 4_370_000_000, unit: "B", display: "4.37 GB" },
    { value: 42, unit: "W", display: "42 W" },
  ] as const)("writes $value $unit as $display", ({ value, unit, display }) => {
    expect(displayMeasured(value, unit)).toBe(display);
  });
});

describe("speaksOf()", () => {
  it.each([
    { metric: "decode", concurrency: 1, asked: "decode", speaks: true },
    { metric: "aggregate", concurrency: 1, asked: "decode", speaks: true },
    { metric: "decode", concurrency: 1, asked: "aggregate", speaks: true },
    { metric: "aggregate", concurrency: 2, asked: "decode", speaks: false },
    { metric: "aggregate", concurrency: 2, asked: "aggregate", speaks: true },
    { metric: "prefill", concurrency: 1, asked: "decode", speaks: false },
  ] as const)(
    "of $metric at $concurrency for $asked is $speaks",
    ({ metric, concurrency, asked, speaks }) => {
      expect(speaksOf({ metric, concurrency }, asked)).toBe(speaks);
    },
  );
});
