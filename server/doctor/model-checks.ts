import { formatBytes } from "../../knowledge/units.ts";
import type { ServedModel, ServerReport } from "../backends/server-report.ts";
import type { Check } from "./check.ts";
import { serverNames } from "./server-checks.ts";
import { checkOf, shellWord } from "./words.ts";

const modelCheck = checkOf("model", "Model");
const toolsCheck = checkOf("model-tools", "Tools");
const gpuCheck = checkOf("gpu", "GPU");

/** Ollama lists a model without a tag as ":latest". */
function isNamed({ id }: ServedModel, wanted: string): boolean {
  return id === wanted || id === `${wanted}:latest`;
}

/** The model that would answer: the one asked for, else one that is loaded, one made for the advisor, or the first. */
export function servedModel({ models }: ServerReport, wanted: string | undefined): ServedModel | undefined {
  if (wanted !== undefined) return models.find((model) => isNamed(model, wanted));
  const [made] = models.filter(({ id }) => /-advisor(?::latest)?$/.test(id));
  return made ?? models.find(({ loaded }) => loaded) ?? models[0];
}

/** Which model answers, and whether the server has it. */
export function checkModel(
  report: ServerReport,
  model: ServedModel | undefined,
  wanted: string | undefined,
  recommended: string | undefined,
): Check {
  if (model) {
    const size = model.loadedBytes === undefined ? "" : `, ${formatBytes(model.loadedBytes)}`;
    const state = model.loaded ? `loaded${size}` : "not loaded yet: the first answer waits for it";
    return modelCheck("ok", `${model.id} answers (${state}).`);
  }
  const names = report.models.map(({ id }) => id);
  const has = names.length > 0 ? `has ${names.slice(0, 5).join(", ")}` : "has no model";
  const missing = wanted ?? recommended ?? "qwen3:1.7b";
  return modelCheck(
    "problem",
    `${serverNames[report.kind]} ${has}${wanted === undefined ? "" : `, not "${wanted}"`}.`,
    report.kind === "ollama" ? `ollama pull ${shellWord(missing)}` : undefined,
  );
}

/** Servers that take tools only when they are started so. */
const toolFlags: Partial<
  Record<ServerReport["kind"], { flags: string; why: string; fix(id: string): string }>
> = {
  vllm: {
    flags: "--enable-auto-tool-choice --tool-call-parser hermes",
    why: "(hermes is the parser of Qwen; others have their own) it refuses every question with tools",
    fix: (id) => `vllm serve ${shellWord(id)} --enable-auto-tool-choice --tool-call-parser hermes`,
  },
  "llama-server": {
    flags: "--jinja",
    why: "older builds take no tools",
    fix: () => "llama-server --jinja -c 8192 -m MODEL.gguf",
  },
};

/** Whether the model takes tools, as far as its server tells. */
export function checkTools({ kind }: ServerReport, { id, tools }: ServedModel, recommended?: string): Check {
  const flags = toolFlags[kind];
  if (tools === true) return toolsCheck("ok", `The template of ${id} takes tools.`);
  if (tools === false)
    return toolsCheck(
      "problem",
      `The template of ${id} takes no tools, so it can not ask for numbers.`,
      flags ? flags.fix(id) : `ollama pull ${shellWord(recommended ?? "qwen3:4b")}`,
    );
  if (flags)
    return toolsCheck(
      "information",
      `${serverNames[kind]} does not tell whether it takes tools: without ${flags.flags} ${flags.why}.`,
      flags.fix(id),
    );
  return toolsCheck("information", `The server does not tell whether ${id} takes tools.`);
}

/** Nearly everything on the GPU: the rest is rounding and the table of embeddings. */
const WHOLLY = 0.98;

/** Whether a loaded model is on the GPU; nothing where the server does not tell. */
export function checkGpu({ kind }: ServerReport, { id, loaded, gpuShare }: ServedModel): Check[] {
  if (!loaded || gpuShare === undefined) return [];
  const share = `${Math.round(100 * gpuShare)} %`;
  if (gpuShare >= WHOLLY) return [gpuCheck("ok", `${share} of ${id} is on the GPU.`)];
  const fix = kind === "ollama" ? `ollama stop ${shellWord(id)} && sudo systemctl restart ollama` : undefined;
  const rest =
    gpuShare === 0
      ? "all of it runs on the CPU, many times slower: see with `ollama ps` that this build finds CUDA (in a container JETSON_JETPACK=6 helps)"
      : "the rest runs on the CPU and sets the speed: free memory, or take a smaller model or context";
  return [gpuCheck(gpuShare === 0 ? "problem" : "warning", `${share} of ${id} is on the GPU; ${rest}.`, fix)];
}
