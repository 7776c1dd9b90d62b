import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { Backend } from "../agent/turn.ts";

/** Any server that speaks the OpenAI chat protocol, at the address its user gave and no other. */
export function createOpenAICompatibleBackend(endpoint: string, model: string): Backend {
  const provider = createOpenAICompatible({
    name: "local",
    baseURL: endpoint.replace(/\/+$/, ""),
    includeUsage: true,
  });
  return { name: model, modelFor: () => provider.chatModel(model) };
}
