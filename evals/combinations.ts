import { AppError } from "../knowledge/errors.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

/** A value for each name: one combination of the lists of a case. */
export type Combination = Readonly<Record<string, string | number>>;

/** Every combination of the lists, the last list running fastest; one empty combination where there are no lists. */
export function combinationsOf(lists: Readonly<Record<string, readonly (string | number)[]>>): Combination[] {
  return Object.entries(lists).reduce<Combination[]>(
    (made, [name, values]) => made.flatMap((before) => values.map((value) => ({ ...before, [name]: value }))),
    [{}],
  );
}

const placeholder = /\{(?<name>[a-z]\w*)(?<asName>\.name)?\}/gi;

function nameOnRecord(id: string, { devices, models, quantizations, runtimes }: Knowledge): string {
  const found = [devices, models, quantizations, runtimes].map(
    (catalog) => catalog.find(id)?.entry.value.name,
  );
  const name = found.find((each) => each !== undefined);
  if (name) return name;
  throw new AppError(
    "invalid-record",
    `Cannot name "${id}": it is no board, model, format or runtime on record.`,
  );
}

/** Puts a combination into every string of a value; a string that is nothing but a placeholder becomes the value itself. */
export function fillIn(value: unknown, combination: Combination, knowledge: Knowledge): unknown {
  const wanted = (name: string) => {
    const found = combination[name];
    if (found !== undefined) return found;
    throw new AppError("invalid-record", `Cannot fill in {${name}}: "each" has no list of that name.`);
  };
  const fill = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(fill);
    if (typeof inner === "object" && inner !== null)
      return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, fill(each)]));
    if (typeof inner !== "string") return inner;
    const whole = /^\{([a-z]\w*)\}$/i.exec(inner)?.[1];
    if (whole !== undefined) return wanted(whole);
    return inner.replace(placeholder, (_, name: string, asName?: string) =>
      asName ? nameOnRecord(String(wanted(name)), knowledge) : String(wanted(name)),
    );
  };
  return fill(value);
}
