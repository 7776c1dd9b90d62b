import { z } from "zod";
import { mendText } from "./mend-text.ts";
import { rename } from "./renamed-fields.ts";

/** Values with which small models say that they state nothing. */
const nothing: readonly unknown[] = [undefined, null, "", "null", "none", "None", "undefined"];

/** JSON that a model wrote into a string is read; any other text stays as it is. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The schema behind "may be left out". */
function inner(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? inner(schema.unwrap()) : schema;
}

/** Names of boards and models hold no commas. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? value.split(/\s*,\s*/) : [value];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object that names nothing but itself is its name, one of a model known by its size only is that size. */
function nameOf(value: unknown): unknown {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only === "number") return String(only);
  if (!isRecord(only)) return only;
  const { id, name, parametersBillions, ...rest } = only;
  if (Object.keys(rest).length > 0) return only;
  return typeof parametersBillions === "number" ? `${parametersBillions}B` : (id ?? name);
}

function mendObject(value: unknown, schema: z.ZodObject): unknown {
  const named = typeof value === "string" && "model" in schema.shape ? { model: value } : value;
  if (!isRecord(named)) return named;
  const given = Object.entries(named).filter(([, entry]) => !nothing.includes(entry));
  const renamed = Object.entries(rename(Object.fromEntries(given), schema));
  return Object.fromEntries(
    renamed.map(([key, entry]) => {
      const field = schema.shape[key];
      return [key, field ? mend(entry, field, key) : entry];
    }),
  );
}

/**
 * Mends the slips of small models where only one thing can be meant: numbers as text, null for "not given", one
 * value for a list, names of fields close by. Everything else is left for the schema to refuse.
 */
export function mend(raw: unknown, schema: z.core.$ZodType, field = ""): unknown {
  const type = inner(schema);
  const value = type instanceof z.ZodString ? raw : unwrapped(raw);
  if (type instanceof z.ZodObject) return mendObject(value, type);
  if (type instanceof z.ZodArray)
    return toList(value)
      .filter((entry) => !nothing.includes(entry))
      .map((entry) => mend(entry, type.element, field));
  if (typeof value === "string") return mendText(value, type, field);
  const isName = type instanceof z.ZodString || type instanceof z.ZodPipe;
  return isName ? nameOf(value) : value;
}
