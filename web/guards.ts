/** A test that narrows: what the stream brings is looked at before it is shown. */
export type Guard<Value> = (value: unknown) => value is Value;

/** What a guard lets through. */
export type Guarded<Check> = Check extends Guard<infer Value> ? Value : never;

export const isString: Guard<string> = (value) => typeof value === "string";
export const isNumber: Guard<number> = (value) => typeof value === "number";
export const isBoolean: Guard<boolean> = (value) => typeof value === "boolean";

/** An object that is no list, whatever its fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One of a few words. */
export function isOneOf<Word extends string>(words: readonly Word[]): Guard<Word> {
  return (value): value is Word => words.some((word) => word === value);
}

export function isListOf<Value>(check: Guard<Value>): Guard<Value[]> {
  return (value): value is Value[] => Array.isArray(value) && value.every(check);
}

export function isNullOr<Value>(check: Guard<Value>): Guard<Value | null> {
  return (value): value is Value | null => value === null || check(value);
}

/** A field that may be left out. */
export function isMissingOr<Value>(check: Guard<Value>): Guard<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || check(value);
}

/** An object with at least these fields; further ones are allowed, since servers grow. */
export function isShape<Shape extends Record<string, Guard<unknown>>>(
  shape: Shape,
): Guard<{ [Key in keyof Shape]: Guarded<Shape[Key]> }> {
  return (value): value is { [Key in keyof Shape]: Guarded<Shape[Key]> } =>
    isRecord(value) && Object.entries(shape).every(([key, check]) => check(value[key]));
}
