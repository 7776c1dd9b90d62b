import { describe, expect, it } from "vitest";
import { needsOf } from "../../../web/planner/board-needs.ts";
import { firstOf, kinds, modelGroups, settingChoices, wordsOf } from "../../../web/planner/kinds.ts";
import { otherSettings } from "../../../web/planner/other-settings.ts";
import { matchingGroups } from "../../../web/planner/picker.tsx";
import type { Plan } from "../../../web/planner/plan.ts";
import { fetchCatalog } from "./catalog.ts";

const catalog = await fetchCatalog();
const planOf = (...loads: [model: string, streams?: number][]): Plan => ({
  board: "orin-nx-16gb",
  os: "desktop",
  loads: loads.map(([model, streams], index) => ({ key: index, model, settings: { streams } })),
});

describe("what can be picked", () => {
  it("begins with a known model of each kind, and names every kind of the catalogue", () => {
    expect(new Set(catalog.models.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const kind of kinds) expect(firstOf(kind, catalog)).toMatchObject({ kind });
  });

  it("has each model once, those of the same kind first", () => {
    const [first, ...others] = modelGroups(catalog, "detector");
    expect(first?.name).toBe(wordsOf("detector").many);
    expect([...(first?.options ?? []), ...others.flatMap(({ options }) => options)]).toHaveLength(
      catalog.models.length,
    );
  });

  it.each([
    ["llm", undefined, "nvfp4", true],
    ["llm", "llama-cpp", "nvfp4", false],
    ["llm", "llama-cpp", "q4-k-m", true],
    ["detector", undefined, "q4-k-m", false],
  ] as const)("offers for a %s on engine %s the format %s: %s", (kind, runtime, format, isOffered) => {
    const { quantizations } = settingChoices(catalog, kind, runtime);
    expect(quantizations.some(({ id }) => id === format)).toBe(isOffered);
  });

  it("offers the caches of the engine, and none to what has no cache", () => {
    expect(settingChoices(catalog, "llm", "vllm").cacheTypes.map(({ id }) => id)).not.toContain("q4-0");
    expect(settingChoices(catalog, "asr", undefined).cacheTypes).toEqual([]);
  });
});

describe("matchingGroups()", () => {
  const options = ["Gemma 4 31B", "Gemma 3 4B", "Qwen3 8B"].map((name) => ({ id: name.toLowerCase(), name }));

  it("finds every word anywhere, and puts words in a row first", () => {
    const found = matchingGroups([{ name: "Models", options }], "gemma 3");
    expect(found.flatMap((group) => group.options.map(({ name }) => name))).toEqual([
      "Gemma 3 4B",
      "Gemma 4 31B",
    ]);
  });

  it("leaves out groups in which nothing is called so", () => {
    expect(matchingGroups([{ name: "Models", options }], "yolo")).toEqual([]);
  });
});

describe("needsOf()", () => {
  it("asks for the largest model, its kind, all cameras and the language models that run together", () => {
    const plan = planOf(["qwen3-8b"], ["qwen2.5-vl-3b"], ["yolo11s", 4], ["yolo11n"]);
    const largest = catalog.models.find(({ id }) => id === "qwen3-8b")?.parametersBillions;
    expect(needsOf(plan, catalog)).toEqual({
      largestModelBillions: Number(largest?.toPrecision(3)),
      modelKind: "llm",
      streams: 5,
      concurrentModels: 2,
    });
  });

  it("asks for a detector where nothing speaks, and for nothing where nothing runs", () => {
    expect(needsOf(planOf(["yolo11s", 2]), catalog)).toEqual({ modelKind: "detector", streams: 2 });
    expect(needsOf(planOf(), catalog)).toEqual({});
  });
});

describe("otherSettings()", () => {
  it("says what no field shows, and what is left without it", () => {
    const settings = { contextTokens: 2048, promptCache: false, microBatchTokens: 128 };
    expect(otherSettings(settings)).toEqual([
      { words: "prompt cache off", without: { contextTokens: 2048, microBatchTokens: 128 } },
      {
        words: "128 tokens computed at once (-ub)",
        without: { contextTokens: 2048, promptCache: false },
      },
    ]);
  });
});
