import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { edgeImageTokens, edgeInputTokens, edgeRuntime } from "./edge-engine.ts";

const count = (tokens: number) => tokens.toLocaleString("en-US");

/** What a plan assumes an engine of TensorRT Edge-LLM is built for, where it does not state it. */
export function edgeCautions(
  placed: Placed,
  board: Board,
  imageTokens: number,
  knowledge: Knowledge,
): string[] {
  const { runtime, subject, maxInputTokens, settings, images } = placed;
  if (runtime.id !== edgeRuntime || !placed.language) return [];
  const assume = (id: string) => knowledge.assumption(id).value;
  const built: string[] = [];
  if (maxInputTokens === null)
    built.push(`prompts of ${count(edgeInputTokens(placed, assume))} tokens (--maxInputLen)`);
  if (images > 0 && settings.engineImageTokens === undefined)
    built.push(
      `${count(edgeImageTokens(placed, imageTokens, board.record.class, assume))} image tokens (--maxImageTokens)`,
    );
  return built.length === 0 ? [] : [`${subject.name}: an engine built for ${built.join(" and ")}`];
}
