import { isStepCount, type LanguageModel, ToolLoopAgent, type ToolSet, tool } from "ai";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { tools } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";
import type { Outcome } from "../built-in/results.ts";
import { instructions } from "./instructions.ts";

/** Gives the model of a turn; the built-in one reads the turn's outcomes. */
export type Backend = { name: string; modelFor(outcomes: () => readonly Outcome[]): LanguageModel };

/** Milliseconds until a turn is given up: a model that loads and reads a long prompt takes minutes. */
const longestTurn = 300_000;
/** More rounds of tools than any question needs. */
const mostSteps = 6;

function sentenceOf(thrown: unknown): string {
  return thrown instanceof AppError ? thrown.message : "The tool failed.";
}

/** A registered tool as the SDK calls it: the whole result is kept here, the model gets the digest. */
function toAgentTool(
  { name, description, input: inputSchema, call }: Tool,
  knowledge: Knowledge,
  outcomes: Outcome[],
) {
  const digests = new Map<string, string>();
  return tool({
    description,
    inputSchema,
    async execute(input: unknown, { toolCallId }) {
      try {
        const { output, digest } = await call(input, knowledge);
        outcomes.push({ name, input, output });
        digests.set(toolCallId, digest);
        return output;
      } catch (error) {
        outcomes.push({ name, input, error: sentenceOf(error) });
        throw error;
      }
    },
    toModelOutput: ({ toolCallId }) => ({ type: "text", value: digests.get(toolCallId) ?? "" }),
  });
}

/** One turn of a conversation: an agent over the registry, and what its tools gave, which no client can forge. */
export function startTurn(backend: Backend, knowledge: Knowledge) {
  const outcomes: Outcome[] = [];
  const toolSet: ToolSet = Object.fromEntries(
    tools.map((entry) => [entry.name, toAgentTool(entry, knowledge, outcomes)]),
  );
  const agent = new ToolLoopAgent({
    model: backend.modelFor(() => outcomes),
    instructions,
    tools: toolSet,
    stopWhen: isStepCount(mostSteps),
    temperature: 0,
    maxRetries: 1,
    timeout: { totalMs: longestTurn },
  });
  return { agent, outcomes, toolSet };
}
