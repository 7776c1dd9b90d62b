import type { BackendKind } from "./profiles.ts";

/** A model that a server offers, as far as the server says. */
export type ServedModel = {
  id: string;
  loaded: boolean;
  /** Tokens of context it is loaded with, or would be where it is not loaded and that is known. */
  contextTokens?: number;
  /** False where the server says that its template takes no tools. */
  tools?: boolean;
  /** Share of its loaded bytes that the GPU holds, 0 to 1. */
  gpuShare?: number;
  /** Bytes it takes while loaded. */
  loadedBytes?: number;
  /** Bytes it takes on the disk. */
  storedBytes?: number;
  /** True where the server says that it makes no text. */
  embedding?: boolean;
};

/** A model server that answered. */
export type ServerReport = {
  kind: BackendKind;
  /** With its OpenAI path, as `--endpoint` takes it. */
  endpoint: string;
  version?: string;
  /** True while it is up and its model is not. */
  loading?: boolean;
  models: ServedModel[];
};
