import { halfPrecisionPeak } from "../../../tools/throughput/arithmetic.ts";
import type { PromptRun } from "../../prompt-runs.ts";

/** Billions of parameters a token passes through, as a model's name says. */
function parametersOf({ placed }: PromptRun): number | undefined {
  return placed.language?.activeBillions ?? placed.language?.parametersBillions;
}

/** Peak ÷ (2 × parameters): what is left of a prompt when only arithmetic counts. */
function roofline(run: PromptRun, peak: number | undefined): number | null {
  const parameters = parametersOf(run);
  return peak && parameters ? peak / (2 * parameters * 1e9) : null;
}

/** The sparse figure on the box, whatever the format. */
function boxPeak({ board }: PromptRun): number | undefined {
  const { fp4SparseTflops, int8SparseTops } = board.record.compute;
  const tera = fp4SparseTflops ?? int8SparseTops;
  return tera && tera * 1e12;
}

/** None of the published tools has a formula for prompts; these are the back-of-envelopes people use, in tok/s. */
export const promptPeers: Readonly<Record<string, (own: { run: PromptRun }) => number | null>> = {
  "naive roofline": ({ run }) => roofline(run, halfPrecisionPeak(run.board)),
  "the number on the box": ({ run }) => roofline(run, boxPeak(run)),
};
