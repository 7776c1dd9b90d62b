import { describe, expect, it } from "vitest";
import type { WorkloadInput } from "../../../tools/placement/workload.ts";
import {
  type Choices,
  choicesOf,
  combinations,
  countConfigurations,
  mostPlacements,
  type OptionLists,
  settingsOf,
} from "../../../tools/sweep/options.ts";
import { knowledge, place } from "../../fixtures/knowledge.ts";

const settings = (workload: WorkloadInput, lists: OptionLists = {}, isNarrow = false) =>
  settingsOf(choicesOf(workload, place(workload), lists, isNarrow, knowledge));

describe("settingsOf()", () => {
  it("gives every combination of the lists, the type of cache turning fastest", () => {
    const lists = {
      runtimes: ["llama.cpp"],
      quantizations: ["q4-k-m", "q8-0"],
      contexts: [4096, 8192],
      kvCacheTypes: ["f16", "q8_0"],
    };
    const found = settings({ model: "qwen3-4b", concurrency: 2 }, lists);
    expect(found).toHaveLength(8);
    expect(found.slice(0, 2)).toEqual([
      {
        model: "qwen3-4b",
        concurrency: 2,
        runtime: "llama-cpp",
        quantization: "q4-k-m",
        contextTokens: 4096,
        kvCacheType: "f16",
      },
      expect.objectContaining({ contextTokens: 4096, kvCacheType: "q8_0" }),
    ]);
  });

  it("keeps what a workload states, whatever the lists say", () => {
    const stated = { runtime: "vllm", quantization: "w4a16", contextTokens: 2048, kvCacheType: "fp8" };
    const lists = { runtimes: ["ollama"], quantizations: ["q8-0"], contexts: [4096], kvCacheTypes: ["f16"] };
    expect(settings({ model: "qwen3-4b", ...stated }, lists)).toEqual([{ model: "qwen3-4b", ...stated }]);
  });

  it("leaves a detector as it is", () => {
    const detector = { model: "yolo11s", streams: 4 };
    expect(settings(detector, { quantizations: ["q8-0"] })).toEqual([detector]);
  });
});

describe("choicesOf()", () => {
  it("keeps the lists of each engine apart, and leaves a detector alone", () => {
    const lists = {
      runtimes: ["llama.cpp"],
      quantizations: ["q8-0"],
      contexts: [4096],
      kvCacheTypes: ["f16"],
    };
    const model = { model: "qwen3-4b" };
    expect(choicesOf(model, place(model), lists, false, knowledge)).toEqual({
      workload: model,
      engines: [{ runtime: "llama-cpp", formats: ["q8-0"], contexts: [4096], cacheTypes: ["f16"] }],
    });
    const detector = { model: "yolo11s" };
    expect(choicesOf(detector, place(detector), lists, false, knowledge).engines).toBeNull();
  });
});

describe("countConfigurations()", () => {
  const workload = { model: "qwen3-4b" };
  const choices = (formats: number, contexts = 1, cacheTypes = 1): Choices => ({
    workload,
    engines: [
      {
        runtime: "llama-cpp",
        formats: Array(formats).fill("q4-k-m"),
        contexts: Array(contexts).fill(4096),
        cacheTypes: Array(cacheTypes).fill("f16"),
      },
    ],
  });

  it("multiplies boards and settings up to the limit", () => {
    expect(countConfigurations(2, [choices(3), choices(5), { workload, engines: null }])).toBe(30);
    expect(countConfigurations(40, [choices(10, 10, 10)])).toBe(mostPlacements);
  });

  it("allows fewer configurations of more workloads, since each is placed", () => {
    expect(countConfigurations(20, [choices(100, 10), choices(1)])).toBe(mostPlacements / 2);
    expect(() => countConfigurations(21, [choices(100, 10), choices(1)])).toThrow(/more than 20,000\./);
  });

  it("refuses more, and says what to narrow", () => {
    expect(() => countConfigurations(41, [choices(1000)])).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        message: expect.stringMatching(
          /41 boards and modes × 1000 settings are 41,000 .* Name fewer devices/,
        ),
      }),
    );
  });
});

describe("combinations()", () => {
  it.each([
    { lists: [], expected: [[]] },
    { lists: [["a"], []], expected: [] },
    {
      lists: [
        ["a", "b"],
        ["1", "2"],
      ],
      expected: [
        ["a", "1"],
        ["a", "2"],
        ["b", "1"],
        ["b", "2"],
      ],
    },
  ])("of $lists are $expected", ({ lists, expected }) => {
    expect([...combinations<string>(lists)]).toEqual(expected);
  });
});
