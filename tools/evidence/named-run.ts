import type { Knowledge } from "../../knowledge/knowledge.ts";
import { calledIn } from "../placement/called-in.ts";
import type { NearRun } from "./near-run.ts";

/** What a run was of and on, as people call it. Where no board matters it is null, and so are format and engine where the source leaves them out. */
export type RunNames = {
  model: string;
  device: string | null;
  quantization: string | null;
  runtime: string | null;
};

/** A measured run beside a question, with names for people. */
export type NamedRun = NearRun & { names: RunNames };

/** A run with its names. */
export function toNamedRun(run: NearRun, { models, devices, quantizations, runtimes }: Knowledge): NamedRun {
  const isStated = (name: string) => name !== "any" && name !== "unstated";
  return {
    ...run,
    names: {
      model: calledIn(models, run.model),
      device: run.device === "any" ? null : calledIn(devices, run.device),
      quantization: isStated(run.quantization) ? calledIn(quantizations, run.quantization) : null,
      runtime: isStated(run.runtime) ? calledIn(runtimes, run.runtime) : null,
    },
  };
}
