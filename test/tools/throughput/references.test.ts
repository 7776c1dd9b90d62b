import { describe, expect, it } from "vitest";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { findReferences } from "../../../tools/throughput/references.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const run = {
  id: "m1",
  device: "thor-t5000",
  powerMode: "MAXN",
  model: "qwen3-8b",
  quantization: "q4-k-m",
  runtime: "llama-cpp",
  metric: "decode",
  value: 40,
  confidence: "high",
};

/** The records with these runs for every model. */
function withRuns(...runs: object[]): Knowledge {
  const rows = runs.map((fields) => ({ ...Measurement.parse({ ...run, ...fields }), source: "user" }));
  return { ...knowledge, measurements: () => rows };
}

function find(runs: object[], workload: object = {}, device = "thor-t5000", powerMode?: string) {
  const placed = place({ model: "qwen3-8b", ...workload });
  return findReferences(board(device, powerMode), placed, withRuns(...runs));
}

describe("findReferences()", () => {
  it("gives a run of the same configuration with all it says", () => {
    const { references, matches, evidence } = find([{ note: "warm", date: "2026-05" }]);
    expect(evidence).toBe("measured-here");
    expect(matches).toEqual(references);
    expect(references).toEqual([
      {
        id: "m1",
        distance: "same configuration",
        tokensPerSecond: 40,
        metric: "decode",
        device: "thor-t5000",
        sameModule: true,
        quantization: "q4-k-m",
        runtime: "llama-cpp",
        concurrency: 1,
        speculation: null,
        note: "warm",
        confidence: "high",
        plausible: true,
        coldStart: false,
        date: "2026-05",
        contextTokens: null,
        source: "user",
      },
    ]);
  });

  it("takes an older run with the context asked for before a newer one with another", () => {
    const runs = [
      { id: "m1", date: "2026-05", contextTokens: 65536, value: 20 },
      { id: "m2", date: "2025-09", contextTokens: 4096, value: 38 },
    ];
    const { matches } = find(runs, { contextTokens: 4096 });
    expect(matches.map(({ id }) => id)).toEqual(["m2"]);
  });

  it.each([
    { what: "the mode is not stated", change: { powerMode: undefined }, words: "power mode not stated" },
    {
      what: "the board is another face of the module",
      change: { device: "agx-thor-devkit" },
      words: "on Jetson AGX Thor Developer Kit",
    },
  ])("still takes a run for one of this module, when $what", ({ change, words }) => {
    expect(find([change])).toMatchObject({
      evidence: "measured-module",
      matches: [{ distance: words, sameModule: true }],
    });
  });

  it.each([
    { what: "another board", change: { device: "agx-orin-64gb" }, words: "on Jetson AGX Orin 64GB" },
    { what: "another mode", change: { powerMode: "120W" }, words: "in 120W" },
    { what: "another format", change: { quantization: "q8-0" }, words: "in q8-0" },
    { what: "another engine", change: { runtime: "ollama" }, words: "with ollama" },
    { what: "another batch", change: { concurrency: 8 }, words: "concurrency 8" },
    { what: "speculation", change: { speculation: "EAGLE3" }, words: "with EAGLE3" },
    { what: "low confidence", change: { confidence: "low" }, words: "same configuration" },
    { what: "a cold engine", change: { coldStart: true }, words: "before warm-up" },
    {
      what: "a figure above the ceiling",
      change: { plausible: false },
      words: "implausible: above the bandwidth ceiling",
    },
    {
      what: "two things at once",
      change: { quantization: "q8-0", powerMode: undefined },
      words: "in q8-0, power mode not stated",
    },
  ])("shows but does not match a run with $what", ({ change, words }) => {
    const { references, matches, evidence } = find([change]);
    expect(references.map(({ distance }) => distance)).toEqual([words]);
    expect([matches, evidence]).toEqual([[], null]);
  });

  it("matches a run of medium confidence", () => {
    expect(find([{ confidence: "medium" }]).evidence).toBe("measured-here");
  });

  it.each([
    { stated: { contextTokens: 2048, promptTokens: 512 }, contextTokens: 2048 },
    { stated: { promptTokens: 512 }, contextTokens: 512 },
    { stated: {}, contextTokens: null },
  ])("says that $contextTokens tokens were in the cache for $stated", ({ stated, contextTokens }) => {
    expect(find([stated]).references[0]?.contextTokens).toBe(contextTokens);
  });

  it("asks for speculation, when the question has it", () => {
    const speculativeDecoding = { method: "EAGLE-3" };
    expect(find([{ speculation: "EAGLE3" }], { speculativeDecoding }).evidence).toBe("measured-here");
    expect(find([{}], { speculativeDecoding })).toMatchObject({
      evidence: null,
      references: [{ distance: "without speculative decoding" }],
    });
  });

  it.each([
    { powerMode: undefined, evidence: "measured-module" },
    { powerMode: "MAXN", evidence: "measured-module" },
    { powerMode: "70W", evidence: null },
  ])(
    "takes a run without a mode for the highest one only: asked in $powerMode, $evidence",
    ({ powerMode, evidence }) => {
      expect(find([{ powerMode: undefined }], {}, "thor-t5000", powerMode).evidence).toBe(evidence);
    },
  );

  it("prefers runs that state the mode on this very board", () => {
    const { matches, references } = find([{ id: "m1", powerMode: undefined, value: 30 }, { id: "m2" }]);
    expect(matches.map(({ id }) => id)).toEqual(["m2"]);
    expect(references.map(({ id }) => id)).toEqual(["m2", "m1"]);
  });

  it("matches the runs of the newest date only, and all where none has one", () => {
    const ids = (...runs: object[]) => find(runs).matches.map(({ id }) => id);
    expect(ids({ id: "a", date: "2025-12" }, { id: "b", date: "2026-05" }, { id: "c" })).toEqual(["b"]);
    expect(ids({ id: "a", value: 1 }, { id: "b", value: 2 })).toEqual(["a", "b"]);
  });

  it("shows a run that two tables print once, and six at most, nearest first, equals by id", () => {
    const runs = ["f", "e", "d", "c", "b", "a", "a2"].map((id, index) => ({
      id,
      value: id === "a2" ? 35 : 30 + index,
    }));
    const { references } = find([...runs, { id: "far", device: "agx-orin-64gb" }]);
    expect(references.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(find([...runs.slice(3), { id: "near" }]).references.map(({ id }) => id)).toEqual([
      "a",
      "b",
      "c",
      "near",
    ]);
  });

  it.each(["prefill", "time-to-first-token", "memory", "power", "vision-latency"])(
    "passes over a run of %s",
    (metric) => {
      expect(find([{ metric }])).toEqual({ references: [], matches: [], evidence: null });
    },
  );

  it("knows no runs of an inline model", () => {
    expect(find([{}], { model: { name: "Mine", parametersBillions: 8 } }).references).toEqual([]);
  });

  it("finds in the records what was measured on AGX Orin in MAXN", () => {
    const found = findReferences(board("agx-orin-64gb"), place({ model: "llama-3.1-8b" }), knowledge);
    expect(found.evidence).toBe("measured-here");
    expect(found.matches.length).toBeGreaterThan(0);
    for (const { distance } of found.matches) expect(distance).toBe("same configuration");
  });
});
