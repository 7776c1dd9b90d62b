/** The servers whose habits are known; any other is "openai-compatible". */
export type BackendKind = "ollama" | "vllm" | "llama-server" | "openai-compatible";

/** What a kind of server can do and how its requests differ. */
export type BackendProfile = {
  kind: BackendKind;
  /** As people name it. */
  name: string;
  /** Where it listens when it is started without options, its OpenAI path included. */
  defaultEndpoint?: string;
  supports: {
    tools: boolean;
    /** False where the server reads over it, so that nothing may rest on it. */
    toolChoice: boolean;
    parallelCalls: boolean;
    streamedCalls: boolean;
    jsonSchema: boolean;
  };
  /** How thinking is switched off, where it can be. */
  reasoningToggle: "reasoning_effort" | "chat_template_kwargs" | "none";
  /** True where the server itself keeps thinking out of the content as it is started without options. */
  separatesReasoning: boolean;
  /** Tokens read where the server does not say: prompt and answer together. */
  contextTokens: number;
  /** Fields that every request carries beside the usual ones. */
  body: Readonly<Record<string, unknown>>;
};

const thinkingOff = { chat_template_kwargs: { enable_thinking: false } } as const;

/** In the order in which they are looked for; the last stands for every other server. */
export const profiles = [
  {
    kind: "ollama",
    name: "Ollama",
    defaultEndpoint: "http://127.0.0.1:11434/v1",
    supports: { tools: true, toolChoice: false, parallelCalls: true, streamedCalls: true, jsonSchema: true },
    reasoningToggle: "reasoning_effort",
    separatesReasoning: true,
    // What it loads below 24 GiB of graphics memory, whatever the model could read.
    contextTokens: 4096,
    body: { reasoning_effort: "none" },
  },
  {
    kind: "vllm",
    name: "vLLM",
    defaultEndpoint: "http://127.0.0.1:8000/v1",
    supports: { tools: true, toolChoice: true, parallelCalls: true, streamedCalls: true, jsonSchema: true },
    reasoningToggle: "chat_template_kwargs",
    // Only where it was started with a reasoning parser.
    separatesReasoning: false,
    contextTokens: 4096,
    body: thinkingOff,
  },
  {
    kind: "llama-server",
    name: "llama-server",
    defaultEndpoint: "http://127.0.0.1:8080/v1",
    supports: { tools: true, toolChoice: true, parallelCalls: true, streamedCalls: true, jsonSchema: true },
    reasoningToggle: "chat_template_kwargs",
    separatesReasoning: true,
    contextTokens: 4096,
    body: { ...thinkingOff, parallel_tool_calls: true, cache_prompt: true },
  },
  {
    kind: "openai-compatible",
    name: "OpenAI-compatible server",
    supports: { tools: true, toolChoice: true, parallelCalls: true, streamedCalls: true, jsonSchema: false },
    reasoningToggle: "none",
    separatesReasoning: false,
    contextTokens: 4096,
    body: {},
  },
] as const satisfies readonly BackendProfile[];

const [ollama, vllm, llamaServer, openAICompatible] = profiles;
const profileByKind: Record<BackendKind, BackendProfile> = {
  ollama,
  vllm,
  "llama-server": llamaServer,
  "openai-compatible": openAICompatible,
};

/** The habits of a kind of server. */
export function profileOf(kind: BackendKind): BackendProfile {
  return profileByKind[kind];
}
