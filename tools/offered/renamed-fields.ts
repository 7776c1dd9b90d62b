import type { z } from "zod";

/** What models call a field, by the field; spelling with underscores is understood anyway. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  device: ["board", "devices", "jetson", "deviceName", "deviceId"],
  devices: ["boards", "device", "board"],
  workloads: ["workload", "models", "model"],
  model: ["modelName", "modelId", "models", "workload", "detector"],
  quantization: ["quant", "format", "precision", "quantisation"],
  runtime: ["engine", "backend"],
  contextTokens: ["context", "contextLength", "contextSize", "contextWindow", "ctx"],
  promptTokens: ["prompt", "promptLength"],
  concurrency: ["batchSize", "users"],
  powerMode: ["mode"],
  powerBudgetWatts: ["powerBudget", "maxWatts", "watts"],
  budgetUsd: ["budget", "maxPrice"],
  name: ["id", "query", "device", "model"],
  query: ["question", "q", "text", "search"],
  coTenants: ["others", "with"],
  value: ["claim", "text"],
};

function camelCase(name: string): string {
  return name.replaceAll(/[_-]([a-z])/gi, (_, letter: string) => letter.toUpperCase());
}

/** Settings of a single workload that stand beside it belong to it. */
function gathered(
  given: Readonly<Record<string, unknown>>,
  shape: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { workloads, ...rest } = given;
  const list: unknown[] = Array.isArray(workloads) ? workloads : [workloads];
  const [only] = list;
  if (!("workloads" in shape) || list.length !== 1 || only === undefined || typeof only === "number")
    return given;
  const outside = Object.keys(rest).filter((key) => !(key in shape) && key in settings);
  if (outside.length === 0) return given;
  const own = typeof only === "object" ? only : { model: only };
  const moved = Object.fromEntries(outside.map((key) => [key, rest[key]]));
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !outside.includes(key)));
  return { ...kept, workloads: [{ ...moved, ...own }] };
}

const settings = {
  quantization: true,
  runtime: true,
  contextTokens: true,
  concurrency: true,
  kvCacheType: true,
  streams: true,
  images: true,
} as const;

/** Gives fields the names they have; a field that is stated already is not overwritten. */
export function rename(
  given: Readonly<Record<string, unknown>>,
  { shape }: z.ZodObject,
): Readonly<Record<string, unknown>> {
  const known = { ...shape, ...("workloads" in shape && settings) };
  const wanted = (key: string) => Object.keys(known).find((field) => otherNames[field]?.includes(key));
  const renamed = new Map<string, unknown>();
  for (const [key, value] of Object.entries(given)) if (key in shape) renamed.set(key, value);
  for (const [key, value] of Object.entries(given)) {
    if (key in shape) continue;
    const camel = camelCase(key);
    const field = camel in known ? camel : (wanted(camel) ?? key);
    renamed.set(renamed.has(field) ? key : field, value);
  }
  return gathered(Object.fromEntries(renamed), shape);
}
