import type { Assumption } from "../../knowledge/evidence-schema.ts";

/** Gives each constant without a range of its own that which it takes when one model after another is left out. */
export function withRanges(
  constants: Readonly<Record<string, Assumption>>,
  folds: readonly Readonly<Record<string, Assumption>>[],
): Record<string, Assumption> {
  return Object.fromEntries(
    Object.entries(constants).map(([id, constant]): [string, Assumption] => {
      if (constant.range) return [id, constant];
      const fitted = folds.flatMap((fold) => (fold[id]?.sampleSize === undefined ? [] : fold[id].value));
      const values = [constant.value, ...fitted];
      return [id, { ...constant, range: [Math.min(...values), Math.max(...values)] }];
    }),
  );
}
