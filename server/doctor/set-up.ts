import { AppError } from "../../knowledge/errors.ts";
import { formatCount } from "../../knowledge/units.ts";
import { BUILT_IN } from "../backends/built-in.ts";
import type { ServedModel, ServerReport } from "../backends/server-report.ts";
import { servedModel } from "./model-checks.ts";
import { ADVISOR_CONTEXT } from "./needs.ts";
import { serverNames } from "./server-checks.ts";
import { ADVISOR, plainText, shellWord } from "./words.ts";

/** The one request that changes a model server, and what it makes. */
export type SetUp = {
  alias: string;
  from: string;
  contextTokens: number;
  endpoint: string;
  /** Ollama's own address for it. */
  url: string;
  body: { model: string; from: string; parameters: { num_ctx: number }; stream: false };
};

/** "qwen3:4b" → "qwen3-4b-advisor". */
function aliasOf({ id }: ServedModel): string {
  return `${id.replace(/:latest$/, "").replace(/[:/]/g, "-")}-advisor`;
}

/** Plans an alias of the model with the context that the advisor needs; nothing is sent. */
export function planSetUp(report: ServerReport | undefined, wanted: string | undefined): SetUp {
  if (wanted === BUILT_IN)
    throw new AppError(
      "invalid-input",
      "Cannot set up the built-in answerer: it needs no model and no context.",
    );
  if (!report)
    throw new AppError(
      "llm-unreachable",
      "Cannot set up: no model server answers; start it with: ollama serve",
    );
  if (report.kind !== "ollama")
    throw new AppError(
      "invalid-input",
      `Cannot set up: ${serverNames[report.kind]} answers, and only Ollama takes a context by request. Start it with the context: vLLM with --max-model-len ${ADVISOR_CONTEXT}, llama-server with -c ${ADVISOR_CONTEXT}.`,
    );
  const model = servedModel(report, wanted);
  if (!model)
    throw new AppError(
      "llm-model-missing",
      `Cannot set up: Ollama does not have ${wanted ?? "any model"}; get it with: ollama pull ${shellWord(wanted ?? "qwen3:4b")}`,
      { candidates: report.models.map(({ id }) => id) },
    );
  if (/-advisor(?::latest)?$/.test(model.id))
    throw new AppError(
      "invalid-input",
      `Cannot set up ${model.id}: it is such an alias; name the model it is made from with --model.`,
    );
  const [alias, from] = [aliasOf(model), model.id];
  return {
    alias,
    from,
    contextTokens: ADVISOR_CONTEXT,
    endpoint: report.endpoint,
    url: `${report.endpoint.replace(/\/+$/, "").replace(/\/v1$/, "")}/api/create`,
    body: { model: alias, from, parameters: { num_ctx: ADVISOR_CONTEXT }, stream: false },
  };
}

/** What a set-up will do, in words and as the commands that do the same. */
export function describeSetUp({ alias, from, contextTokens, url, body }: SetUp): string {
  return [
    `Makes the alias ${alias} of ${from} that is loaded with ${formatCount(contextTokens)} tokens of context.`,
    "It shares the weights of the model and takes no space of its own; the model itself stays as it is.",
    "",
    `  POST ${url}`,
    `  ${JSON.stringify(body)}`,
    "",
    "The same by hand:",
    "",
    `  printf '%s\\n' ${shellWord(`FROM ${from}`)} 'PARAMETER num_ctx ${contextTokens}' > Modelfile`,
    `  ollama create ${shellWord(alias)} -f Modelfile`,
  ]
    .map(plainText)
    .join("\n");
}

/** What to do with the alias; the endpoint is named where the advisor would not look for it by itself. */
export function nextCommand({ alias, endpoint }: SetUp): string {
  const isUsual = /^http:\/\/(?:127\.0\.0\.1|localhost):11434\//.test(endpoint);
  const place = isUsual ? "" : ` --endpoint ${shellWord(endpoint)}`;
  return `${ADVISOR} ask "Can I run Gemma 3 4B on an Orin Nano Super?" --model ${shellWord(alias)}${place}`;
}

const MOST_MILLISECONDS = 60_000;

/** What Ollama says went wrong, in its own words and no more of them than a line. */
function reasonOf(text: string): string {
  const [, reason = ""] = /"error"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(text) ?? [];
  return reason === "" ? "it does not say why" : plainText(reason);
}

/** Makes the alias. Throws `llm-unreachable`, or `llm-bad-response` with what the server says. */
export async function runSetUp({ url, body, alias }: SetUp): Promise<void> {
  const signal = AbortSignal.timeout(MOST_MILLISECONDS);
  const request = { method: "POST", body: JSON.stringify(body), signal };
  const headers = { "content-type": "application/json", "accept-encoding": "identity" };
  const answer = await fetch(url, { ...request, headers, redirect: "error" }).catch((cause: unknown) => {
    throw new AppError("llm-unreachable", `Cannot make ${alias}: Ollama does not answer any more.`, {
      cause,
    });
  });
  const text = await answer.text();
  // Ollama answers an alias it could not make with 200 and an error in some releases.
  if (answer.ok && /"status"\s*:\s*"success"/.test(text)) return;
  throw new AppError("llm-bad-response", `Cannot make ${alias}: ${reasonOf(text)} (HTTP ${answer.status}).`);
}
