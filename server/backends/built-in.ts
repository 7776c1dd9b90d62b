import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Backend } from "../agent/turn.ts";
import { BUILT_IN, createBuiltInModel } from "../built-in/built-in-model.ts";

/** The back end that is always there: no model, no network. */
export function createBuiltInBackend(knowledge: Knowledge): Backend {
  return { name: BUILT_IN, modelFor: (outcomes) => createBuiltInModel(knowledge, outcomes) };
}
