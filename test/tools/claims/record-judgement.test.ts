import { describe, expect, it } from "vitest";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { isRecordMetric, judgeRecord } from "../../../tools/claims/record-judgement.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

function judge(raw: object) {
  const input = ClaimInput.parse(raw);
  return judgeRecord(input, toClaimed(input), knowledge);
}

describe("isRecordMetric()", () => {
  it.each([
    ["bandwidth", true],
    ["parameters", true],
    ["decode", false],
  ] as const)("of %s is %s", (metric, expected) => {
    expect(isRecordMetric(metric)).toBe(expected);
  });
});

describe("judgeRecord()", () => {
  const orin = { device: "agx-orin-64gb" };

  it.each([
    { raw: { ...orin, metric: "bandwidth", value: "204.8 GB/s" }, verdict: "consistent" },
    { raw: { ...orin, metric: "bandwidth", value: "205 GB/s" }, verdict: "consistent" },
    { raw: { ...orin, metric: "bandwidth", value: "273 GB/s" }, verdict: "implausible" },
    { raw: { ...orin, metric: "memory-capacity", value: "64 GB" }, verdict: "consistent" },
    { raw: { ...orin, metric: "memory-capacity", value: "32 GB" }, verdict: "implausible" },
    { raw: { ...orin, metric: "compute-int8-sparse", value: "275 TOPS" }, verdict: "consistent" },
    { raw: { ...orin, metric: "cpu-cores", value: 12 }, verdict: "consistent" },
    { raw: { ...orin, metric: "power-limit", value: "60 W" }, verdict: "consistent" },
    { raw: { ...orin, metric: "power-limit", value: "75 W" }, verdict: "doubtful" },
    { raw: { ...orin, metric: "lowest-power", value: "15 W" }, verdict: "consistent" },
    { raw: { ...orin, metric: "gpu-clock", value: "1300 MHz" }, verdict: "consistent" },
    { raw: { device: "thor", metric: "compute-fp4-sparse", value: "2070 TFLOPS" }, verdict: "consistent" },
    { raw: { model: "phi-3.5-vision", metric: "parameters", value: 7 }, verdict: "implausible" },
    { raw: { model: "phi-3.5-vision", metric: "parameters", value: 4.1 }, verdict: "consistent" },
  ])("calls $raw $verdict", ({ raw, verdict }) => {
    expect(judge(raw).reasons.map((reason) => reason.verdict)).toEqual([verdict]);
  });

  it("says what is on record, with its source", () => {
    const { reasons, facts, sources } = judge({ ...orin, metric: "bandwidth", value: "273 GB/s" });
    expect(reasons[0]?.message).toBe(
      "On record Jetson AGX Orin 64GB has 204.8 GB/s (bandwidth); claimed are 273 GB/s, 1.33 × that.",
    );
    expect(facts[0]).toMatchObject({ id: "on-record", value: 204.8e9, unit: "B/s" });
    expect(sources).toEqual(["jetson-facts-review"]);
  });

  it.each([
    {
      why: "a board given inline",
      raw: { device: { name: "x", bandwidth: "1 GB/s" }, metric: "bandwidth", value: 1 },
    },
    { why: "no board", raw: { metric: "bandwidth", value: 1 } },
    { why: "a field the record lacks", raw: { device: "rk3588", metric: "gpu-clock", value: 1 } },
    { why: "no model", raw: { metric: "parameters", value: 1 } },
    {
      why: "a model given inline",
      raw: { model: { name: "x", parametersBillions: 1 }, metric: "parameters", value: 1 },
    },
  ])("finds nothing for $why", ({ raw }) => {
    expect(judge(raw).reasons).toEqual([]);
  });
});
