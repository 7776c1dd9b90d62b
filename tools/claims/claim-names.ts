import type { Knowledge } from "../../knowledge/knowledge.ts";
import { isSameMode, toBoard } from "../placement/board.ts";
import { calledIn } from "../placement/called-in.ts";
import { toPlaced } from "../placement/workload.ts";
import type { ClaimInput } from "./claim-input.ts";

/** What a figure is claimed of, as people call it; null where the claim leaves it open. */
export type ClaimNames = {
  device: string | null;
  powerMode: string | null;
  model: string | null;
  quantization: string | null;
  runtime: string | null;
};

/** The names for people of what a claim is about. */
export function claimNames(
  { device, powerMode, model, quantization, runtime }: ClaimInput,
  knowledge: Knowledge,
): ClaimNames {
  const board = device === undefined ? undefined : toBoard(device, undefined, knowledge);
  const mode = board?.record.powerModes.find(({ name }) => isSameMode(name, powerMode ?? ""));
  return {
    device: board?.name ?? null,
    powerMode: mode?.name ?? powerMode ?? null,
    model: model === undefined ? null : toPlaced({ model }, knowledge).subject.name,
    quantization: quantization === undefined ? null : calledIn(knowledge.quantizations, quantization),
    runtime: runtime === undefined ? null : calledIn(knowledge.runtimes, runtime),
  };
}
