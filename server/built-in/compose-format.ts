import type { MemoryFit } from "../../tools/memory-fit.ts";
import { unique } from "./block.ts";

/** The stand-in of a question that names a format and no model: its bytes say nothing. */
export const standInName = "any model";

/** True where only whether a format runs on a board was asked, and it does in some way. */
export function isFormatOnly(fits: readonly MemoryFit[]): boolean {
  return (
    fits.length > 0 &&
    fits.every(({ names, verdict }) => names.workloads.join() === standInName && verdict !== "unsupported")
  );
}

const widened = /has no \w+ hardware: .+ widens the weights/;

/** Whether boards run a format in hardware, or only with its weights widened, which is another thing. */
export function formatLines(fits: readonly MemoryFit[], formatOf: (fit: MemoryFit) => string): string[] {
  return unique(
    fits.map((fit) => {
      const caution = fit.assumptions.find((text) => widened.test(text));
      return caution
        ? `**${formatOf(fit)} is only loaded there, not computed in: ${caution}.**`
        : `**Yes, ${formatOf(fit)} runs on the ${fit.names.device}.**`;
    }),
  );
}
