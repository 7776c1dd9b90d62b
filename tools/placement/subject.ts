import { z } from "zod";
import type { Catalog, Named } from "../../knowledge/catalog.ts";
import { AppError } from "../../knowledge/errors.ts";
import type { Provenance } from "../../knowledge/schema.ts";

/** A record named by id or alias, or described on the spot by an object with the record's own fields. */
export const Reference = z
  .union([z.string().min(1).max(200), z.looseObject({ name: z.string() })])
  .describe("id, alias, or an inline record with at least a name");
export type Reference = z.infer<typeof Reference>;

/** A record found by its name or given inline; `id` is null for the latter. */
export type Subject<T> = {
  id: string | null;
  name: string;
  record: T;
  provenance: Readonly<Record<string, Provenance>>;
  /** What to call it with to get the same again. */
  reference: Reference;
  assumptions: string[];
};

/** Finds a named record, or reads an inline one with the schema of its kind. */
export function toSubject<T extends Named>(
  reference: Reference,
  catalog: Catalog<T>,
  parseInline: (raw: unknown) => z.ZodSafeParseResult<T>,
): Subject<T> {
  if (typeof reference === "string") {
    const { entry, assumption } = catalog.get(reference);
    return {
      id: entry.id,
      name: entry.value.name,
      record: entry.value,
      provenance: entry.provenance,
      reference: entry.id,
      assumptions: assumption ? [assumption] : [],
    };
  }
  const parsed = parseInline(reference);
  if (!parsed.success)
    throw new AppError(
      "invalid-input",
      `Cannot read the inline ${catalog.kind} "${reference.name}": ${z.prettifyError(parsed.error)}`,
    );
  return {
    id: null,
    name: parsed.data.name,
    record: parsed.data,
    provenance: {},
    reference,
    assumptions: [],
  };
}
