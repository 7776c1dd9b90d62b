import type { Knowledge } from "../../knowledge/knowledge.ts";
import { canonicalName } from "../../knowledge/names.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A model is named after a rounded size: "8B" has 8.03 billion parameters, "7B" 7.62. */
const roundedSize = { field: "largestModelBillions", share: 0.15 } as const;

/** The id behind a name; of what is in no catalogue its letters and digits. */
function idOf(name: string, { devices, models, quantizations, runtimes, cacheTypes }: Knowledge): string {
  const found = [devices, models, quantizations, runtimes, cacheTypes]
    .map((catalog) => catalog.find(name)?.entry.id)
    .find((id) => id !== undefined);
  return found ?? canonicalName(name);
}

/** Each wanted item has a partner of its own among the others, in whichever order. */
function pairUp(
  wanted: readonly unknown[],
  got: readonly unknown[],
  isPair: (one: unknown, other: unknown) => boolean,
): boolean {
  const [first, ...rest] = wanted;
  if (wanted.length === 0) return true;
  return got.some((other, index) => isPair(first, other) && pairUp(rest, got.toSpliced(index, 1), isPair));
}

/**
 * True where an input says what was written down: every field of that, whatever else it says. Names are compared by
 * the records they stand for, lists without their order.
 */
export function agrees(written: unknown, got: unknown, knowledge: Knowledge, field = ""): boolean {
  if (Array.isArray(written))
    return (
      Array.isArray(got) &&
      written.length === got.length &&
      pairUp(written, got, (one, other) => agrees(one, other, knowledge, field))
    );
  if (isFields(written))
    return (
      isFields(got) &&
      Object.entries(written).every(([key, value]) => agrees(value, got[key], knowledge, key))
    );
  if (typeof written === "string" && typeof got === "string")
    return idOf(written, knowledge) === idOf(got, knowledge);
  if (typeof written === "number" && typeof got === "number" && field === roundedSize.field)
    return Math.abs(written - got) <= written * roundedSize.share;
  return written === got;
}
