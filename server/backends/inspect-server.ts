import { type Ask, askJson } from "./ask-json.ts";
import { parseEndpoint } from "./endpoint.ts";
import { readLlamaServer, readOllama, readOpenAI, readVllm } from "./read-reports.ts";
import type { ServerReport } from "./server-report.ts";

export type InspectOptions = {
  /** How long each question may take. */
  timeoutMs?: number;
  /** The model that matters: it alone is asked about in depth where there are many. */
  model?: string;
};

/** Looks at what a server is and has. */
export type InspectServer = (endpoint: string, options?: InspectOptions) => Promise<ServerReport | undefined>;

/**
 * What runs at an address, told by the endpoints that answer and not by the port, with its models and the context
 * they are loaded with. Nothing where nobody answers, or somebody who serves no models.
 */
export async function inspectServer(
  endpoint: string,
  { timeoutMs = 1_500, model }: InspectOptions = {},
): Promise<ServerReport | undefined> {
  const { openAI, root } = parseEndpoint(endpoint);
  const ask: Ask = (path, body) => askJson(root + path, { timeoutMs, body });
  const readers = [readOllama, readLlamaServer, readVllm];
  for (const read of readers) {
    const found = await read(ask, model);
    if (found === "silent") return undefined;
    if (found) return { ...found, endpoint: openAI };
  }
  const listed = await readOpenAI((path) => askJson(openAI + path.replace(/^\/v1/, ""), { timeoutMs }));
  return listed && { ...listed, endpoint: openAI };
}
