import type { ToolResult } from "../../tools/tool.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The input that a result says it stands for, with every default filled in; what it leaves out, as it was given. */
export function resolvedInput({ input, output }: { input: unknown; output: ToolResult }): Fields {
  const given = isFields(input) ? input : {};
  const resolved = "resolved" in output && isFields(output.resolved) ? output.resolved : {};
  return { ...given, ...resolved };
}

/** Of what was resolved the fields that were written down, as deep as they were. */
export function writtenPart(written: unknown, resolved: unknown): unknown {
  if (resolved === undefined) return written;
  if (Array.isArray(written) && Array.isArray(resolved) && written.length === resolved.length)
    return written.map((each, index) => writtenPart(each, resolved[index]));
  if (!isFields(written) || !isFields(resolved)) return resolved;
  return Object.fromEntries(
    Object.entries(written).map(([key, value]) => [key, writtenPart(value, resolved[key])]),
  );
}
