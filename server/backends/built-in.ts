import type { Backend } from "./backend.ts";

/** The name under which the answerer without a model appears. */
export const BUILT_IN = "built-in";

/** The back end that is always there: no model, no network. */
export function createBuiltInBackend(): Backend {
  return { name: BUILT_IN, readiness: async () => ({ ready: true }) };
}
