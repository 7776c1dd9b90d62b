import { describe, expect, it } from "vitest";
import type { Reference } from "../../../tools/placement/subject.ts";
import { thermalRemarks } from "../../../tools/power/thermal.ts";
import { toEnergy } from "../../../tools/throughput/energy.ts";
import { predict } from "../../../tools/throughput/prediction.ts";
import { type Estimate, throughputFacts } from "../../../tools/throughput/throughput-facts.ts";
import { assume, board, knowledge, place } from "../../fixtures/knowledge.ts";

function draw(device: Reference, workload: object, change: Partial<Estimate> = {}, share = 1) {
  const [on, placed] = [board(device), place(workload)];
  const prediction = predict(on, placed, share, 512, knowledge);
  const estimate: Estimate = {
    board: on,
    placed,
    others: [],
    prediction,
    shipped: null,
    coldStart: null,
    power: toEnergy(on, placed, prediction, {}, knowledge),
    thermal: thermalRemarks(on, knowledge),
    blockers: [],
    assumed: [],
    ...change,
  };
  const { facts, sources } = throughputFacts(estimate, knowledge);
  return {
    prediction,
    facts,
    sources,
    ids: facts.map(({ id }) => id),
    fact: (id: string) => facts.find((each) => each.id === id),
  };
}

const orin = draw("agx-orin-64gb", { model: "qwen2.5-vl-7b" });

describe("throughputFacts()", () => {
  it("has bandwidth, bytes of a pass and the ceiling they give", () => {
    const [bandwidth, streamed, ceiling] = ["bandwidth", "streamed", "ceiling"].map(
      (id) => orin.fact(id)?.value ?? 0,
    );
    expect(bandwidth).toBe(204.8e9);
    expect((bandwidth ?? 0) / (streamed ?? 1)).toBeCloseTo(ceiling ?? 0, 10);
    expect(orin.fact("bandwidth")).toMatchObject({
      entity: "Jetson AGX Orin 64GB",
      label: "bandwidth in MAXN",
      basis: { kind: "cited" },
    });
  });

  it.each([
    { id: "decode", key: "decodeTokensPerSecond", unit: "tok/s" },
    { id: "aggregate", key: "aggregateTokensPerSecond", unit: "tok/s" },
    { id: "prefill", key: "prefillTokensPerSecond", unit: "tok/s" },
    { id: "first-token", key: "timeToFirstTokenMs", unit: "ms" },
    { id: "vision", key: "visionMs", unit: "ms" },
  ] as const)("has $id with both ends of its interval in $unit", ({ id, key, unit }) => {
    const range = orin.prediction[key];
    expect(orin.fact(id)).toMatchObject({ value: range?.expected, unit });
    expect(orin.fact(`${id}-low`)).toMatchObject({ value: range?.low, unit });
    expect(orin.fact(`${id}-high`)).toMatchObject({ value: range?.high, unit });
  });

  it.each([
    { what: "Orin", device: "agx-orin-64gb", workload: { model: "llama-3.1-8b" } },
    { what: "Thor with vLLM", device: "thor-t5000", workload: { model: "qwen3-8b", runtime: "vllm" } },
    { what: "a board without bandwidth", device: "thor-t2000", workload: { model: "qwen3-8b" } },
    {
      what: "a board shared with a detector",
      device: "orin-nx-16gb",
      workload: { model: "qwen2.5-vl-7b" },
      share: 0.5,
    },
    {
      what: "inline records",
      device: { name: "Mine", bandwidth: "100 GB/s" },
      workload: { model: { name: "A", parametersBillions: 7 } },
    },
  ])(
    "computes only from facts it has and cites only sources it lists: $what",
    ({ device, workload, share }) => {
      const { facts, sources, ids } = draw(device, workload, {}, share);
      expect(new Set(ids).size).toBe(ids.length);
      const listed = new Set(sources.map(({ id }) => id));
      for (const { basis, entity } of facts) {
        expect(entity).not.toBe("");
        if (basis.kind === "computed") expect(basis.inputs.filter((id) => !ids.includes(id))).toEqual([]);
        if (basis.kind === "cited") expect(listed.has(basis.source)).toBe(true);
      }
    },
  );

  it("takes the bandwidth of an inline board as given", () => {
    const inline = draw({ name: "Mine", bandwidth: "100 GB/s" }, { model: "qwen3-8b" });
    expect(inline.fact("bandwidth")).toMatchObject({ label: "bandwidth", basis: { kind: "given" } });
  });

  it("names each measured run with board, distance and source, as it was printed", () => {
    const { facts, prediction } = draw("agx-orin-64gb", { model: "llama-3.1-8b" });
    expect(prediction.references.length).toBeGreaterThan(0);
    for (const { id, tokensPerSecond, distance, source } of prediction.references)
      expect(facts.find((fact) => fact.id === `measured-${id}`)).toMatchObject({
        label: `measured, ${distance}`,
        value: tokensPerSecond,
        display: `${tokensPerSecond} tok/s`,
        basis: { kind: "cited", source },
      });
  });

  it("says what the evidence rests on: runs and the width of each interval", () => {
    const measured = draw("agx-orin-64gb", { model: "llama-3.1-8b" });
    const runs = measured.prediction.basis?.matches.map(({ id }) => `measured-${id}`) ?? [];
    expect(runs.length).toBeGreaterThan(0);
    expect(measured.fact("sample-size")).toMatchObject({ value: runs.length, basis: { inputs: runs } });
    expect(measured.fact("decode")?.basis).toMatchObject({ inputs: expect.arrayContaining(runs) });
    expect(measured.fact("interval")?.value).toBe(assume("interval-measured"));
    expect(orin.fact("sample-size")?.value).toBe(orin.prediction.sampleSize);
    expect(orin.fact("interval")?.value).toBe(assume(orin.prediction.interval ?? ""));
    expect(orin.fact("prompt-interval")?.value).toBe(assume(orin.prediction.promptInterval ?? ""));
    expect(orin.fact("vision-interval")?.value).toBe(assume(orin.prediction.visionInterval ?? ""));
  });

  it("counts what a draft reads at least among the bytes that set the ceiling", () => {
    const speculativeDecoding = { method: "EAGLE-3", acceptedTokensPerPass: 3 };
    const { fact } = draw("agx-orin-64gb", { model: "qwen3-8b", speculativeDecoding });
    const [bandwidth = 0, streamed = 1] = ["bandwidth", "streamed"].map((id) => fact(id)?.value ?? 0);
    expect(fact("ceiling")?.value).toBeCloseTo((3 * bandwidth) / streamed, 9);
  });

  it("has the pace of a reader to compare with, whatever is known", () => {
    const { ids, facts } = draw("thor-t2000", { model: { name: "Mine", parametersBillions: 8 } });
    expect(ids).toEqual(["interactive-speed", "too-slow-speed"]);
    expect(facts.map(({ entity, value }) => [entity, value])).toEqual([
      ["a reader", 10],
      ["a reader", 5],
    ]);
  });

  it("has the shipped speed and the cold one, where there are any", () => {
    const range = { low: 1, expected: 2, high: 3 };
    const { fact, sources } = draw(
      "thor-t5000",
      { model: "qwen3-8b" },
      {
        shipped: { powerMode: "120W", decodeTokensPerSecond: range },
        coldStart: { decodeTokensPerSecond: 7, source: "user" },
      },
    );
    expect(fact("shipped")).toMatchObject({ value: 2, label: "decode speed as shipped in 120W" });
    expect(fact("shipped-high")?.value).toBe(3);
    expect(fact("cold-start")).toMatchObject({ value: 7, basis: { inputs: ["decode"] } });
    expect(sources.map(({ id }) => id)).toContain("user");
    expect(orin.ids).not.toContain("shipped");
    expect(orin.ids).not.toContain("cold-start");
  });

  it("lists the source of a blocker, of a co-tenant, and of every assumption behind the speed", () => {
    const listed = (change: Partial<Estimate>) =>
      draw("agx-orin-64gb", { model: "qwen3-8b" }, change).sources.map(({ id }) => id);
    const added = ["user", "ultralytics-docs", "vllm-issue-10511"];
    for (const id of added) expect(listed({})).not.toContain(id);
    const blockers = [{ code: "no", message: "No.", source: "user" }];
    const others = [place({ model: "yolo11s" })];
    expect(listed({ blockers, others, assumed: ["vllm-issue-10511"] })).toEqual(
      expect.arrayContaining(added),
    );
  });
});
