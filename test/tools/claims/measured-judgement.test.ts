import { describe, expect, it } from "vitest";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { findWitnesses, judgeMeasured, withoutSource } from "../../../tools/claims/measured-judgement.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const speed = {
  device: "agx-orin-64gb",
  powerMode: "MAXN",
  model: "llama-3.1-8b",
  quantization: "q4-k-m",
  runtime: "llama-cpp",
  metric: "decode",
};
const claim = (raw: object) => ClaimInput.parse({ ...speed, ...raw });

describe("findWitnesses()", () => {
  it("shows what is near, and lets only good runs of the configuration bear witness", () => {
    const { neighbours, witnesses } = findWitnesses(claim({ value: 52 }), knowledge);
    expect(neighbours).toHaveLength(8);
    expect(witnesses.length).toBeGreaterThan(2);
    for (const run of witnesses)
      expect(run).toMatchObject({
        plausible: true,
        estimated: false,
        coldStart: false,
        runtime: "llama-cpp",
      });
    expect(witnesses.map(({ id }) => id)).not.toContain("m0810");
  });

  it("finds none for what cannot be measured, or without a model", () => {
    expect(findWitnesses(claim({ metric: "price", value: 1 }), knowledge).neighbours).toEqual([]);
    expect(findWitnesses(claim({ model: undefined, value: 1 }), knowledge).neighbours).toEqual([]);
  });
});

describe("withoutSource()", () => {
  it("leaves out what a document says itself", () => {
    const { source = "" } = knowledge.measurements("llama-3.1-8b").find(({ id }) => id === "m0611") ?? {};
    const others = withoutSource(knowledge, source);
    expect(others.measurements("llama-3.1-8b").some((row) => row.source === source)).toBe(false);
    expect(others.allMeasurements().some((row) => row.source === source)).toBe(false);
    expect(others.devices).toBe(knowledge.devices);
    expect(withoutSource(knowledge, undefined)).toBe(knowledge);
  });
});

describe("judgeMeasured()", () => {
  const { witnesses } = findWitnesses(claim({ value: 1 }), knowledge);
  const [first] = witnesses;
  const judge = (value: number, metric = "decode") => {
    const input = claim({ value, metric });
    const runs = first
      ? [
          { ...first, value: 20 },
          { ...first, value: 24 },
        ]
      : [];
    return judgeMeasured(input, toClaimed(input), runs, knowledge).map(
      ({ code, verdict }) => `${code}: ${verdict}`,
    );
  };

  it.each([
    { value: 16, found: "as-measured: consistent" },
    { value: 30, found: "as-measured: consistent" },
    { value: 30.1, found: "above-measured: doubtful" },
    { value: 45.1, found: "above-measured: implausible" },
    { value: 5, found: "below-measured: doubtful" },
  ])("calls $value beside 20 and 24 $found", ({ value, found }) => {
    expect(judge(value)).toEqual([found]);
  });

  it("takes a time that is too short for the graver thing", () => {
    expect(judge(5, "time-to-first-token")).toEqual(["below-measured: implausible"]);
    expect(judge(500, "time-to-first-token")).toEqual(["above-measured: doubtful"]);
  });

  it("says nothing without witnesses", () => {
    const input = claim({ value: 1 });
    expect(judgeMeasured(input, toClaimed(input), [], knowledge)).toEqual([]);
  });
});
