import { AppError } from "../../knowledge/errors.ts";
import type { Assumption } from "../../knowledge/evidence-schema.ts";
import { formatYaml } from "../../knowledge/load.ts";

/** The line of the assumptions' file below which everything is written by the calibration. */
export const fittedMark =
  "# Fitted by npm run calibrate on the measurements named: everything below is written by it";

/** The text of the assumptions' file with its fitted part replaced; what people wrote above the mark stays. */
export function withFitted(text: string, fitted: Readonly<Record<string, Assumption>>): string {
  const [written, ...rest] = text.split(fittedMark);
  if (written === undefined || rest.length !== 1)
    throw new AppError(
      "invalid-record",
      `Cannot write the fitted assumptions: wanted the line "${fittedMark}" once.`,
    );
  const sorted = Object.fromEntries(Object.entries(fitted).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${written}${fittedMark}\n${formatYaml(sorted)}`;
}
