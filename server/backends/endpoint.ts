import { AppError } from "../../knowledge/errors.ts";

const example = "http://127.0.0.1:11434/v1";

/** The address of a model server: its OpenAI path, and the root that its own endpoints are under. */
export type Endpoint = { openAI: string; root: string };

/** An address as a user gives it, with or without `/v1` and slashes at its end; it is named in no message with its secrets. */
export function parseEndpoint(text: string): Endpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    const shown = /[@?#]/.test(text) ? "given" : `"${text}"`;
    throw new AppError("invalid-input", `Cannot use the endpoint ${shown}: wanted a URL such as ${example}.`);
  }
  if (url.username || url.password)
    throw new AppError(
      "invalid-input",
      `Cannot use an endpoint with a user or password in it: wanted a URL such as ${example}.`,
    );
  if (url.search || url.hash)
    throw new AppError(
      "invalid-input",
      `Cannot use an endpoint with a query or fragment: wanted a URL such as ${example}.`,
    );
  const path = url.pathname.replace(/\/+$/, "");
  const root = path.replace(/\/v1$/, "");
  // Ollama, vLLM and llama-server speak the protocol at /v1; a longer path is taken as it is.
  return { openAI: url.origin + (path === "" ? "/v1" : path), root: url.origin + root };
}
