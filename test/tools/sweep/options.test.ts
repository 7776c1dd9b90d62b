import { describe, expect, it } from "vitest";
import type { WorkloadInput } from "../../../tools/placement/workload.ts";
import {
  combinations,
  countConfigurations,
  mostConfigurations,
  type OptionLists,
  settingsOf,
} from "../../../tools/sweep/options.ts";
import { knowledge, place } from "../../fixtures/knowledge.ts";

const settings = (workload: WorkloadInput, lists: OptionLists = {}, isNarrow = false) =>
  settingsOf(workload, place(workload), lists, isNarrow, knowledge);

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

describe("countConfigurations()", () => {
  const list = (length: number) => Array.from({ length }, () => ({ model: "qwen3-4b" }));

  it("multiplies boards and settings up to the limit", () => {
    expect(countConfigurations(2, [list(3), list(5)])).toBe(30);
    expect(countConfigurations(200, [list(1000)])).toBe(mostConfigurations);
  });

  it("refuses more, and says what to narrow", () => {
    expect(() => countConfigurations(201, [list(1000)])).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        message: expect.stringMatching(
          /201 boards and modes × 1000 settings are 201,000 .* Name fewer devices/,
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
