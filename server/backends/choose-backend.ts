import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Backend } from "../agent/turn.ts";

/** What the user says of the model that shall answer. */
export type ModelChoice = { endpoint?: string; model?: string };

/** The built-in answerer unless an endpoint is named; each loads only when it is the one. */
export async function chooseBackend(
  { endpoint, model }: ModelChoice,
  knowledge: Knowledge,
): Promise<Backend> {
  if (!endpoint) {
    if (model && model !== "built-in")
      throw new AppError(
        "invalid-input",
        `Cannot use the model "${model}": say where it is served with --endpoint URL.`,
      );
    const { createBuiltInBackend } = await import("./built-in.ts");
    return createBuiltInBackend(knowledge);
  }
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new AppError(
      "invalid-input",
      `Cannot use the endpoint "${endpoint}": wanted a URL such as http://127.0.0.1:11434/v1.`,
    );
  if (!model)
    throw new AppError(
      "invalid-input",
      "Cannot use the endpoint: say which model it serves with --model ID.",
    );
  const { createOpenAICompatibleBackend } = await import("./openai-compatible.ts");
  return createOpenAICompatibleBackend(endpoint, model);
}
