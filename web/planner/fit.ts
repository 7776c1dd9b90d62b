import { type Guarded, isListOf, isNumber, isShape, isString } from "../guards.ts";
import { isMemoryFit, type MemoryFit } from "../tool-views/memory-fit.ts";
import { isVerdict } from "../tool-views/verdict.ts";
import { isPlanInput } from "./tool-inputs.ts";

const isTakeable = isShape({
  fixes: isListOf(
    isShape({ change: isString, verdict: isVerdict, headroomBytes: isNumber, input: isPlanInput }),
  ),
  resolved: isPlanInput,
});

/** The memory of a plan, with fixes that can be taken over. */
export type Fit = Omit<MemoryFit, "fixes" | "resolved"> & Guarded<typeof isTakeable>;

/** The same as a card shows, and whole plans in its fixes. */
export function isFit(value: unknown): value is Fit {
  return isMemoryFit(value) && isTakeable(value);
}
