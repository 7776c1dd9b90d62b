import type { ServedModel, ServerReport } from "./server-report.ts";

/** The model of that name; Ollama means ":latest" where a name has no tag, and llama-server takes every name. */
export function findServedModel({ kind, models }: ServerReport, name: string): ServedModel | undefined {
  const exact = models.find(({ id }) => id === name);
  if (exact) return exact;
  if (kind === "ollama") return models.find(({ id }) => id === `${name}:latest`);
  return kind === "llama-server" && models.length === 1 ? models[0] : undefined;
}

const embedders = /embed|rerank|(?:^|[/_-])(?:bge|e5|gte|minilm)(?:[-_:/]|$)/i;

/** Whether a model writes text, as far as the server or its name tells. */
export function writesText({ id, embedding }: ServedModel): boolean {
  return embedding === undefined ? !embedders.test(id) : !embedding;
}

function bySize(one: ServedModel, other: ServedModel): number {
  return (one.storedBytes ?? 0) - (other.storedBytes ?? 0);
}

/**
 * The model to take from a server that was found and not named: one that is loaded, since another would push it out
 * of memory, else the smallest; nothing where none writes text and takes tools.
 */
export function findUsableModel({ models }: ServerReport): ServedModel | undefined {
  const usable = models.filter((model) => writesText(model) && model.tools !== false);
  return usable.find(({ loaded }) => loaded) ?? usable.toSorted(bySize)[0];
}
