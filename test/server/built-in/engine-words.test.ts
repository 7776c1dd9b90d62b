import { describe, expect, it } from "vitest";
import { readEngineSetting, writeEngineSettings } from "../../../server/built-in/engine-words.ts";
import { EngineSettings } from "../../../tools/placement/engine-settings.ts";

const every: EngineSettings = {
  build: "newer",
  flashAttention: false,
  microBatchTokens: 256,
  promptCache: false,
  promptCacheRequests: 0,
  contextCheckpoints: 4,
  fullWindowCache: true,
  offloadProjector: false,
  gpuMemoryUtilization: 0.85,
  swapSpaceGibibytes: 0.5,
  batchedTokens: 2048,
  cacheBlocks: 20_000,
  engineImageTokens: 4096,
};

describe("the words for settings of engines", () => {
  it("are there for every setting on record", () => {
    expect(Object.keys(every).toSorted()).toEqual(EngineSettings.keyof().options.toSorted());
  });

  it.each(Object.entries(every))("say %s so that it is read back", (name, value) => {
    const [words, ...more] = writeEngineSettings({ [name]: value });
    expect(more).toEqual([]);
    expect(readEngineSetting(words ?? "")).toEqual({ [name]: value });
  });

  it.each([
    { settings: { build: "to-mid-2026" as const }, words: "build of mid-2026" },
    { settings: { flashAttention: true }, words: "flash attention on" },
    { settings: { promptCache: true }, words: "prompt cache on" },
    { settings: { fullWindowCache: false }, words: "no --swa-full" },
    { settings: { offloadProjector: true }, words: "--mmproj-offload" },
  ])("say the other side of a switch: $words", ({ settings, words }) => {
    expect(writeEngineSettings(settings)).toEqual([words]);
    expect(readEngineSetting(words)).toEqual(settings);
  });

  it.each(["", "-ub", "-ub many", "--gpu-memory-utilization 1.5", "-ub 0", "prompt cache"])(
    "name no setting where an engine cannot be set so: %j",
    (words) => {
      expect(readEngineSetting(words)).toBeUndefined();
    },
  );

  it("say nothing of what is not stated", () => {
    expect(writeEngineSettings({})).toEqual([]);
    expect(writeEngineSettings({ cacheBlocks: undefined })).toEqual([]);
  });
});
