import { EngineSettings } from "../../tools/placement/engine-settings.ts";

type NumberName = {
  [Name in keyof EngineSettings]-?: number extends EngineSettings[Name] ? Name : never;
}[keyof EngineSettings];
type SwitchName = {
  [Name in keyof EngineSettings]-?: true extends EngineSettings[Name] ? Name : never;
}[keyof EngineSettings];

/** How a setting of an engine is said in a question, and read back from there. */
type Wording = {
  write(settings: EngineSettings): string | undefined;
  read(words: string): EngineSettings | undefined;
};

const amount = String.raw`(\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;

/** A setting with a number: the words around it. */
function numbered(name: NumberName, before: string, after = ""): Wording {
  const pattern = new RegExp(`^${before}${amount}${after}$`, "i");
  return {
    write: ({ [name]: value }) => (value === undefined ? undefined : `${before}${value}${after}`),
    read(words) {
      const value = pattern.exec(words)?.[1];
      return value === undefined ? undefined : read({ [name]: Number(value) });
    },
  };
}

/** A setting that is one of a few: the words for each. */
function worded(
  name: SwitchName | "build",
  words: readonly (readonly [boolean | string, string])[],
): Wording {
  return {
    write: ({ [name]: value }) => words.find(([meant]) => meant === value)?.[1],
    read(said) {
      const found = words.find(([, text]) => text === said.toLowerCase());
      return found && read({ [name]: found[0] });
    },
  };
}

/** What the words say, where an engine can be set so. */
function read(settings: Readonly<Record<string, unknown>>): EngineSettings | undefined {
  return EngineSettings.safeParse(settings).data;
}

/** By the engines' own names for their flags, so that whoever reads a question knows what is meant. */
const wordings: readonly Wording[] = [
  worded("build", [
    ["to-mid-2026", "build of mid-2026"],
    ["newer", "build newer than mid-2026"],
  ]),
  worded("flashAttention", [
    [true, "flash attention on"],
    [false, "flash attention off"],
  ]),
  numbered("microBatchTokens", "-ub "),
  worded("promptCache", [
    [true, "prompt cache on"],
    [false, "no prompt cache"],
  ]),
  numbered("promptCacheRequests", "", " requests in the prompt cache"),
  numbered("contextCheckpoints", "--ctx-checkpoints "),
  worded("fullWindowCache", [
    [true, "--swa-full"],
    [false, "no --swa-full"],
  ]),
  worded("offloadProjector", [
    [true, "--mmproj-offload"],
    [false, "--no-mmproj-offload"],
  ]),
  numbered("gpuMemoryUtilization", "--gpu-memory-utilization "),
  numbered("swapSpaceGibibytes", "--swap-space "),
  numbered("batchedTokens", "--max-num-batched-tokens "),
  numbered("cacheBlocks", "--num-gpu-blocks-override "),
  numbered("engineImageTokens", "--maxImageTokens "),
];

/** Each setting of an engine in words. */
export function writeEngineSettings(settings: EngineSettings): string[] {
  return wordings.flatMap(({ write }) => write(settings) ?? []);
}

/** The setting of an engine that words name; undefined where they name none. */
export function readEngineSetting(words: string): EngineSettings | undefined {
  return wordings.map((wording) => wording.read(words)).find((settings) => settings);
}
