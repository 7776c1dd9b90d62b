import { describe, expect, it } from "vitest";
import { toBoard } from "../../../tools/placement/board.ts";
import { toPlaced } from "../../../tools/placement/workload.ts";
import {
  differences,
  distanceTo,
  isSameModule,
  moduleOf,
  sameConfiguration,
} from "../../../tools/throughput/distance.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const run = {
  id: "r1",
  device: "agx-orin-64gb",
  powerMode: "30W",
  model: "llama-3.1-8b",
  quantization: "q4-k-m",
  runtime: "llama-cpp",
  concurrency: 1,
  metric: "decode" as const,
  value: 10,
  confidence: "high" as const,
  plausible: true,
  coldStart: false,
  source: "user",
};
const placed = toPlaced({ model: "llama-3.1-8b" }, knowledge);
const away = (row: Partial<typeof run> & { speculation?: string }, device: string, mode?: string) =>
  differences({ ...run, ...row }, toBoard(device, mode, knowledge), placed, knowledge);
const sum = (found: { weight: number }[]) => found.reduce((total, { weight }) => total + weight, 0);

describe("differences()", () => {
  it("finds none in the same configuration, however the mode is spelt", () => {
    expect(away({}, "agx-orin-64gb", "MODE_30W")).toEqual([]);
  });

  it.each([
    { row: { quantization: "w4a16" }, words: "in w4a16" },
    { row: { quantization: "unstated" }, words: "format not stated" },
    { row: { runtime: "unstated" }, words: "engine not stated" },
    { row: { runtime: "vllm" }, words: "with vllm" },
    { row: { concurrency: 8 }, words: "concurrency 8" },
    { row: { speculation: "EAGLE3" }, words: "with EAGLE3" },
    { row: { powerMode: "MAXN" }, words: "in MAXN" },
    { row: { coldStart: true }, words: "before warm-up" },
    { row: { plausible: false }, words: "implausible: above the bandwidth ceiling" },
    { row: { device: "thor-t5000" }, words: "on Jetson Thor T5000 128GB" },
  ])("says $words, and takes the run for another configuration", ({ row, words }) => {
    const found = away(row, "agx-orin-64gb", "MODE_30W");
    expect(found.map((difference) => difference.words)).toEqual([words]);
    expect(sum(found)).toBeGreaterThan(sameConfiguration);
  });

  it.each([
    { asked: 8192, measured: undefined, words: [] },
    { asked: 8193, measured: undefined, words: ["context not stated"] },
    { asked: 65_536, measured: 32_768, words: [] },
    { asked: 65_536, measured: 32_767, words: ["at 32,767 tokens of context"] },
    { asked: 2000, measured: 4001, words: ["at 4,001 tokens of context"] },
  ])("says $words of a run at $measured tokens for $asked", ({ asked, measured, words }) => {
    const at = toPlaced({ model: "llama-3.1-8b", contextTokens: asked }, knowledge);
    const board = toBoard("agx-orin-64gb", "30W", knowledge);
    const row = { ...run, ...(measured !== undefined && { contextTokens: measured }) };
    const found = differences(row, board, at, knowledge);
    expect(found.map((difference) => difference.words)).toEqual(words);
    expect(sum(found) > sameConfiguration).toBe(words.length > 0);
  });

  it("takes a kit for its module, and a Super flash for another board", () => {
    expect(sum(away({ device: "thor-t5000", powerMode: "MAXN" }, "agx-thor-devkit"))).toBeLessThanOrEqual(
      sameConfiguration,
    );
    expect(sum(away({ device: "orin-nano-8gb-super", powerMode: "15W" }, "orin-nano-8gb"))).toBeGreaterThan(
      sameConfiguration,
    );
  });
});

describe("differences() of the type of cache", () => {
  it.each([
    { asked: "f16", measured: undefined, words: [] },
    { asked: "q8_0", measured: undefined, words: ["with a cache in f16"] },
    { asked: "q8_0", measured: "q8-0", words: [] },
    { asked: "f16", measured: "q8-0", words: ["with a cache in q8-0"] },
  ])("are $words for a run with $measured and a question of $asked", ({ asked, measured, words }) => {
    const at = toPlaced({ model: "llama-3.1-8b", kvCacheType: asked }, knowledge);
    const row = { ...run, ...(measured && { kvCacheType: measured }) };
    const found = differences(row, toBoard("agx-orin-64gb", "30W", knowledge), at, knowledge);
    expect(found.map((difference) => difference.words)).toEqual(words);
    expect(sum(found) > sameConfiguration).toBe(words.length > 0);
  });
});

describe("distanceTo()", () => {
  it.each([
    { row: {}, away: 0 },
    { row: { concurrency: 8 }, away: 3 },
    { row: { quantization: "w4a16", coldStart: true }, away: 9 },
  ])("is the weight of all differences, $away", ({ row, away: expected }) => {
    const at = toBoard("agx-orin-64gb", "30W", knowledge);
    expect(distanceTo({ ...run, ...row }, at, placed, knowledge)).toBe(expected);
    expect(sum(away(row, "agx-orin-64gb", "30W"))).toBe(expected);
  });
});

describe("moduleOf()", () => {
  it.each([
    { name: "agx-thor-devkit", module: "thor-t5000" },
    { name: "Thor", module: "thor-t5000" },
    { name: "thor-t5000", module: "thor-t5000" },
    { name: "nobody's board", module: "nobody's board" },
  ])("is $module for $name", ({ name, module }) => {
    expect(moduleOf(name, knowledge)).toBe(module);
  });
});

describe("isSameModule()", () => {
  it.each([
    ["agx-thor-devkit", "thor-t5000", true],
    ["orin-nano-8gb", "orin-nano-8gb-super", true],
    ["orin-nano-8gb", "orin-nx-8gb", false],
  ])("of %s and %s is %s", (board, device, expected) => {
    expect(isSameModule(toBoard(board, undefined, knowledge), device, knowledge)).toBe(expected);
  });
});
