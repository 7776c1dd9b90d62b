import { z } from "zod";

/** A call of a tool that a model wrote as text. */
export type TextCall = { name: string; input: Record<string, unknown> };

const Fields = z.record(z.string(), z.unknown());
const Arguments = z.union([Fields, z.string().transform((text) => Fields.parse(JSON.parse(text)))]);
const marks = { id: z.string().optional(), type: z.enum(["function", "tool_use"]).optional() };
const name = z.string().min(1);
/** The shapes in which models write calls; anything beside these fields is no call. */
const Call = z.union([
  z
    .strictObject({ ...marks, name, arguments: Arguments })
    .transform(({ name, arguments: input }) => ({ name, input })),
  z
    .strictObject({ ...marks, name, parameters: Arguments })
    .transform(({ name, parameters: input }) => ({ name, input })),
  z.strictObject({ ...marks, name, input: Arguments }).transform(({ name, input }) => ({ name, input })),
  z
    .strictObject({ ...marks, function: z.strictObject({ name, arguments: Arguments }) })
    .transform(({ function: { name, arguments: input } }) => ({ name, input })),
]);
const Calls = z.union([Call.transform((call) => [call]), z.array(Call).min(1).max(8)]);

const fenced = /^```(?:json|tool_call|tool_code)?[ \t]*\n([\s\S]*?)\n?```$/;
const pythonTag = "<|python_tag|>";
const opening = "<tool_call>";
const closing = "</tool_call>";

/** The JSON texts of a message that holds nothing else. */
function jsonTexts(message: string): string[] {
  const text = message.trim();
  if (text.startsWith(pythonTag)) return [text.slice(pythonTag.length).replace(/<\|e(?:om|ot)_id\|>$/, "")];
  const [, inside] = fenced.exec(text) ?? [];
  if (inside !== undefined) return [inside];
  if (!text.startsWith(opening)) return [text];
  const pieces = text
    .split(opening)
    .slice(1)
    .map((piece) => piece.trim());
  // A piece without its end is no JSON.
  return pieces.map((piece) => (piece.endsWith(closing) ? piece.slice(0, -closing.length) : ""));
}

/** The calls of a message that is made of nothing but calls; nothing where a single character is something else. */
export function parseTextCalls(message: string): TextCall[] | undefined {
  try {
    const calls = jsonTexts(message).flatMap((text) => Calls.parse(JSON.parse(text)));
    return calls.length <= 8 ? calls : undefined;
  } catch {
    return undefined;
  }
}

const beginnings = [
  /^\{(?:\s|"|$)/,
  /^\[(?:\s*$|\s*\{)/,
  /^```(?:json|tool_call|tool_code)?[ \t]*(?:\n\s*(?:$|[{[])|$)/,
  /^<tool_call>/,
  /^<\|python_tag\|>/,
];
const openings = ["```json", "```tool_call", "```tool_code", opening, pythonTag];

/** Whether a message that begins so may still turn out to be calls and nothing else. */
export function mayBeTextCalls(beginning: string): boolean {
  const text = beginning.trimStart();
  return (
    text === "" ||
    openings.some((mark) => mark.startsWith(text)) ||
    beginnings.some((pattern) => pattern.test(text))
  );
}
