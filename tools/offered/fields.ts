import { z } from "zod";

/** A whole number, without the bounds of the machine that z.int() would export into a grammar. */
const whole = z.number().meta({ type: "integer" }).optional();
const text = (words: string) => z.string().describe(words).optional();

const bareSize = /^(\d+(?:\.\d+)?)\s*b(?:illion)?(?:\s+(?:model|parameters?))?$/i;

/** A model by name; one known by its size only ("8B") is a model of that size. */
const modelName = z.string().transform((name) => {
  const billions = Number(bareSize.exec(name.trim())?.[1]);
  return billions > 0 ? { name: `${billions}B model`, parametersBillions: billions } : name;
});

/** What a small model is offered of a tool's settings: names as text, few words, nothing a grammar stumbles over. */
export const fields = {
  device: z.string().describe("e.g. orin-nx-16gb"),
  devices: z.array(z.string()).describe("boards; all if left out").optional(),
  model: modelName.describe("e.g. qwen3-8b, yolo11s, 8B"),
  powerMode: text("e.g. MAXN, 25W"),
  quantization: text("e.g. q4-k-m, w4a16, fp8"),
  runtime: text("e.g. llama-cpp, ollama, vllm"),
  contextTokens: whole,
  promptTokens: whole,
  concurrency: whole,
  kvCacheType: text("f16, q8_0, q4_0"),
  streams: whole,
  os: z.enum(["headless", "desktop"]).optional(),
  powerBudgetWatts: z.number().optional(),
  budgetUsd: z.number().optional(),
};

const { model, quantization, runtime, contextTokens, concurrency, kvCacheType, streams } = fields;

/** Everything that runs on the board at once, each with the settings people ask for. */
export const offeredWorkloads = z
  .array(z.strictObject({ model, quantization, runtime, contextTokens, concurrency, kvCacheType, streams }))
  .describe("all that runs at once");

/** What else runs on the board, by name. */
export const offeredTenants = z.array(z.strictObject({ model: modelName })).describe("what else runs");
