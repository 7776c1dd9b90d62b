import { describe, expect, it } from "vitest";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { activeSize, nearestRuns, type RunQuestion } from "../../../tools/evidence/nearest-runs.ts";
import type { Aspect } from "../../../tools/throughput/distance.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const bare = {
  id: "r1",
  device: "agx-orin-64gb",
  powerMode: "MAXN",
  model: "qwen3-8b",
  quantization: "q4-k-m",
  runtime: "llama-cpp",
  metric: "decode",
  value: 20,
  confidence: "high",
};
const everything: Aspect[] = [
  "device",
  "powerMode",
  "quantization",
  "runtime",
  "contextTokens",
  "concurrency",
  "speculativeDecoding",
];

/** The records with these runs and no others. */
function withRuns(runs: object[]): Knowledge {
  const rows = runs.map((fields) => ({ ...Measurement.parse({ ...bare, ...fields }), source: "user" }));
  return {
    ...knowledge,
    measurements: (id) => rows.filter(({ model }) => model === id),
    allMeasurements: () => rows,
  };
}

function find(runs: object[], question: Partial<RunQuestion> = {}, limit = 9) {
  const asked: RunQuestion = {
    measured: { name: "Qwen3 8B", runsAs: "qwen3-8b", activeBillions: 8 },
    board: board("agx-orin-64gb", "MAXN"),
    conditions: place({ model: "qwen3-8b" }),
    asked: new Set(everything),
    metric: undefined,
    ...question,
  };
  return nearestRuns(asked, limit, withRuns(runs));
}

describe("activeSize()", () => {
  it.each([
    { record: { activeBillions: 3.3, parametersBillions: 30 }, size: 3.3 },
    { record: { parametersBillions: 8 }, size: 8 },
    { record: {}, size: undefined },
    { record: undefined, size: undefined },
  ])("of $record is $size", ({ record, size }) => {
    expect(activeSize(record)).toBe(size);
  });
});

describe("nearestRuns()", () => {
  it("puts the same configuration first and says what differs in the others", () => {
    const { runs, count, ownModel } = find([
      { id: "far", device: "thor-t5000", value: 1 },
      { id: "near", quantization: "q8-0", value: 2 },
      { id: "same", value: 3 },
    ]);
    expect(runs.map(({ id, distance }) => [id, distance])).toEqual([
      ["same", "same configuration"],
      ["near", "in q8-0"],
      ["far", "on Jetson Thor T5000 128GB"],
    ]);
    expect({ count, ownModel }).toEqual({ count: 3, ownModel: true });
  });

  it("does not count what was not asked for", () => {
    const asked = new Set<Aspect>(["device"]);
    const { runs } = find([{ quantization: "q8-0", runtime: "vllm", powerMode: "30W" }], { asked });
    expect(runs[0]?.distance).toBe("the same in all that was asked");
  });

  it("counts it all the same when the figure is not to be believed, and puts it last", () => {
    const asked = new Set<Aspect>();
    const { runs } = find(
      [
        { id: "a", plausible: false, value: 1 },
        { id: "b", estimated: true, value: 2 },
        { id: "c", coldStart: true, value: 3 },
        { id: "d", confidence: "low", value: 4 },
        { id: "e", confidence: "medium", value: 5 },
      ],
      { asked },
    );
    expect(runs.map(({ id }) => id)).toEqual(["e", "d", "c", "a", "b"]);
    expect(runs.map(({ distance }) => distance)).toEqual([
      "the same in all that was asked",
      "the same in all that was asked",
      "before warm-up",
      "implausible: above the bandwidth ceiling",
      "computed by a tool, not measured",
    ]);
  });

  it("does not hold another power mode against a size", () => {
    const { runs } = find([{ metric: "weights", value: 5e9, powerMode: "30W" }], { metric: "weights" });
    expect(runs[0]?.distance).toBe("same configuration");
  });

  it("keeps to the metric, where for one stream decode and aggregate are one", () => {
    const runs = [
      { id: "a", metric: "aggregate", value: 1 },
      { id: "b", metric: "aggregate", value: 2, concurrency: 8 },
      { id: "c", metric: "prefill", value: 3 },
    ];
    const found = find(runs, { metric: "decode" });
    expect(found.runs.map(({ id }) => id)).toEqual(["a"]);
    expect(found.count).toBe(1);
  });

  it("shows a run that two tables print once, and no more than asked for", () => {
    const runs = [{ id: "a" }, { id: "b" }, { id: "c", value: 21 }, { id: "d", value: 22 }];
    expect(find(runs).runs.map(({ id }) => id)).toEqual(["a", "c", "d"]);
    expect(find(runs, {}, 2).runs.map(({ id }) => id)).toEqual(["a", "c"]);
  });

  it("takes models of about the active size on the same board, where nobody ran this one", () => {
    const { runs, count, ownModel } = find([
      { id: "half", model: "qwen3-4b" },
      { id: "alike", model: "llama-3.1-8b" },
      { id: "elsewhere", model: "llama-3.1-8b", device: "thor-t5000" },
      { id: "unknown", model: "nobody's" },
    ]);
    expect(runs.map(({ id, distance }) => [id, distance])).toEqual([
      ["alike", "Llama 3.1 8B Instruct, 8.03B active instead of 8B"],
      ["half", "Qwen3 4B, 4.02B active instead of 8B"],
    ]);
    expect({ count, ownModel }).toEqual({ count: 0, ownModel: false });
  });

  it("finds nothing for a model of unknown size that nobody ran", () => {
    const measured = { name: "x", runsAs: null, activeBillions: undefined };
    expect(find([{}], { measured })).toEqual({ runs: [], count: 0, countOnBoard: 0, ownModel: false });
  });

  it("counts the runs on the module asked for, and on none where no board is asked for", () => {
    const rows = [{ device: "agx-orin-64gb" }, { device: "thor-t5000" }];
    expect(find(rows)).toMatchObject({ count: 2, countOnBoard: 1 });
    expect(find(rows, { asked: new Set() })).toMatchObject({ count: 2, countOnBoard: null });
  });

  it("takes sizes of files for no runs on a board, unless they are asked for", () => {
    const rows = [{ device: "any", runtime: "any", metric: "file-size", value: "5 GB" }, {}];
    expect(find(rows, { metric: undefined }).count).toBe(1);
    expect(find(rows, { metric: "file-size" }).count).toBe(1);
    expect(find(rows, { metric: undefined, asked: new Set() }).count).toBe(2);
  });
});
