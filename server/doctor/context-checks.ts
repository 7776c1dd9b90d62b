import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Bytes, formatBytes, formatCount, GIB } from "../../knowledge/units.ts";
import { drawLedger } from "../../tools/memory/ledger.ts";
import { toBoard } from "../../tools/placement/board.ts";
import { isLanguageModel, toPlaced } from "../../tools/placement/workload.ts";
import type { ServedModel, ServerReport } from "../backends/server-report.ts";
import type { Check } from "./check.ts";
import { ADVISOR_CONTEXT, type Needs } from "./needs.ts";
import { ADVISOR, checkOf, shellWord } from "./words.ts";

const contextCheck = checkOf("context", "Context");
const costCheck = checkOf("context-cost", "Context cost");

/** What Ollama loads where nobody says otherwise, by the memory it sees (its page on context length). */
export function ollamaDefaultContext(memory: Bytes): number {
  if (memory < 24 * GIB) return 4096;
  return memory < 48 * GIB ? 32_768 : 262_144;
}

/** What loads a model with the context that the advisor needs. */
function fixOf({ kind }: ServerReport, { id }: ServedModel): string | undefined {
  if (kind === "ollama") return `${ADVISOR} doctor --set-up --model ${shellWord(id)}`;
  if (kind === "vllm") return `vllm serve ${shellWord(id)} --max-model-len ${ADVISOR_CONTEXT}`;
  if (kind === "llama-server") return `llama-server --jinja -c ${ADVISOR_CONTEXT} -m MODEL.gguf`;
  return undefined;
}

/** The same for all models of the server, which is said beside the fix. */
function orElse({ kind }: ServerReport): string {
  return kind === "ollama"
    ? ` Or for all models: OLLAMA_CONTEXT_LENGTH=${ADVISOR_CONTEXT} ollama serve.`
    : "";
}

/** The context of a model: as its server says, else Ollama's default on a board of that memory. */
function contextOf(
  { kind }: ServerReport,
  { contextTokens, loaded }: ServedModel,
  memory: Bytes | undefined,
): { tokens: number; words: string } | undefined {
  if (contextTokens !== undefined)
    return { tokens: contextTokens, words: loaded ? "is loaded with" : "would be loaded with" };
  if (kind !== "ollama" || memory === undefined) return undefined;
  return { tokens: ollamaDefaultContext(memory), words: "would be loaded with Ollama's default of" };
}

/** Whether the loaded context holds the advisor's prompt and an answer. */
export function checkContext(
  report: ServerReport,
  model: ServedModel,
  needs: Needs,
  memory: Bytes | undefined,
): Check {
  const { promptTokens, answerTokens } = needs;
  const wanted = promptTokens + answerTokens;
  const sum = `${formatCount(wanted)} tokens (${formatCount(promptTokens)} of prompt, ${formatCount(answerTokens)} of answer)`;
  const context = contextOf(report, model, memory);
  if (!context)
    return contextCheck(
      "information",
      `The server does not tell the context of ${model.id}; the advisor needs ${sum}.`,
      fixOf(report, model),
    );
  const { tokens, words } = context;
  const said = `${model.id} ${words} ${formatCount(tokens)} tokens`;
  if (tokens >= wanted) return contextCheck("ok", `${said}; the advisor needs ${sum}.`);
  if (tokens < promptTokens)
    return contextCheck(
      "problem",
      `${said}, and the prompt alone takes up to ${formatCount(promptTokens)}: its beginning would be cut off without a word.${orElse(report)}`,
      fixOf(report, model),
    );
  const left = formatCount(tokens - promptTokens);
  return contextCheck(
    "warning",
    `${said}: after the longest prompt (${formatCount(promptTokens)}) ${left} are left for the answer, and it wants ${formatCount(answerTokens)}.${orElse(report)}`,
    fixOf(report, model),
  );
}

/** Beyond it a context is a default that nobody chose, and its cache takes memory from all else. */
const LARGE_CONTEXT = 4 * ADVISOR_CONTEXT;

/** The record of a served model: "qwen3:4b-q4_K_M" and an alias made for the advisor are the model itself. */
function recordOf(id: string, knowledge: Knowledge): string | undefined {
  const plain = id.replace(/:latest$/, "").replace(/-advisor$/, "");
  const names = [id, plain, plain.replace(/-(?:q\d\w*|fp16|bf16)$/i, ""), plain.replace(/-(?=\d)/, ":")];
  const found = names.map((name) => knowledge.models.find(name)?.entry).find((entry) => entry !== undefined);
  return found && isLanguageModel(found.value) ? found.id : undefined;
}

/** Bytes that a context takes in keys and values of a model. */
function cacheBytes(model: string, device: string, contextTokens: number, knowledge: Knowledge): Bytes {
  const placed = toPlaced({ model, runtime: "ollama", contextTokens }, knowledge);
  const { lines } = drawLedger(toBoard(device, undefined, knowledge), "headless", [placed], knowledge);
  return lines.filter(({ part }) => part === "kv-cache").reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What an unusually long context costs beside the one that the advisor needs; nothing where it is not long. */
export function checkContextCost(
  report: ServerReport,
  model: ServedModel,
  device: string | undefined,
  memory: Bytes | undefined,
  knowledge: Knowledge,
): Check[] {
  const context = contextOf(report, model, memory);
  const record = recordOf(model.id, knowledge);
  if (!context || context.tokens <= LARGE_CONTEXT || report.kind !== "ollama") return [];
  const said = `${model.id} ${context.words} ${formatCount(context.tokens)} tokens`;
  if (record === undefined || device === undefined)
    return [
      costCheck(
        "warning",
        `${said}; a long context takes memory from all else.${orElse(report)}`,
        fixOf(report, model),
      ),
    ];
  try {
    const most = languageContext(record, context.tokens, knowledge);
    const [large, needed] = [most, ADVISOR_CONTEXT].map((tokens) =>
      cacheBytes(record, device, tokens, knowledge),
    );
    const made = most < context.tokens ? ` (it was made for no more)` : "";
    const cost = `its cache takes ${formatBytes(large ?? 0)} at ${formatCount(most)} tokens${made}, ${formatBytes(needed ?? 0)} at the ${formatCount(ADVISOR_CONTEXT)} that the advisor asks for`;
    return [costCheck("warning", `${said}: ${cost}.${orElse(report)}`, fixOf(report, model))];
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** Ollama loads no more than the model was made for. */
function languageContext(record: string, tokens: number, knowledge: Knowledge): number {
  const { maxContext = tokens } = knowledge.models.get(record).entry.value;
  return Math.min(tokens, maxContext);
}
