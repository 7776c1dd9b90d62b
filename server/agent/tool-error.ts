import type { z } from "zod";
import { AppError } from "../../knowledge/errors.ts";
import type { Tool } from "../../tools/tool.ts";

type Described = Pick<Tool, "name" | "offered" | "example">;

/** As many names as a model chooses from without getting lost. */
const mostNames = 4;
const mostNear = 3;
const mostIssues = 2;

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  return Array.isArray(value) ? "a list" : (typeWords[typeof value] ?? "something else");
}

/** The value at a path of an input. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** What is wrong with one field: what was wanted there and what stood there. */
function issueWords(issue: z.core.$ZodIssue, input: unknown): string {
  const field = issue.path.map(String).join(".") || "the input";
  if (issue.code === "unrecognized_keys")
    return `it has no field ${issue.keys.slice(0, mostNames).join(", ")}`;
  if (issue.code === "invalid_value") return `${field}: wanted one of ${issue.values.join(", ")}`;
  if (issue.code !== "invalid_type") return `${field}: ${issue.message}`;
  const found = valueAt(input, issue.path);
  if (found === undefined && issue.path.length > 0) return `${field} is missing`;
  return `${field}: wanted ${typeWords[issue.expected] ?? issue.expected}, got ${kindOf(found)}`;
}

function exampleOf({ name, example }: Described): string {
  return `Example: ${name} ${JSON.stringify(example)}`;
}

/** Arguments as they came: an object, or text that should have been JSON. */
function parseArguments(input: unknown): { value: unknown; isJson: boolean } {
  if (typeof input !== "string") return { value: input, isJson: true };
  try {
    return { value: JSON.parse(input), isJson: true };
  } catch {
    return { value: input, isJson: false };
  }
}

/** What a model is told of arguments that its tool does not take: the fields, what was wanted, and an example. */
export function inputError(tool: Described, input: unknown): string {
  const { value, isJson } = parseArguments(input);
  if (!isJson) return `Cannot call ${tool.name}: its arguments are no valid JSON. ${exampleOf(tool)}`;
  const issues = tool.offered.safeParse(value).error?.issues ?? [];
  const words = issues.slice(0, mostIssues).map((issue) => issueWords(issue, value));
  return `Cannot call ${tool.name}: ${words.join("; ")}. ${exampleOf(tool)}`;
}

/** What a model is told of a tool that there is not. */
export function unknownToolError(name: string, offered: readonly string[]): string {
  return `There is no tool "${name}". Call one of: ${offered.join(", ")}.`;
}

/** What a model is told that makes a call it made before. */
export function repeatedCallError(name: string): string {
  return `This call of ${name} is already answered above: answer from that result, or call with other arguments.`;
}

/** The list of names at the end of a message; a model gets a shorter one. */
const listed = /: (?:it is one of|the nearest known are|it has|there are) .*$/s;

/** What a model is told of a call that was made and failed: what to call instead. */
export function callError(tool: Described, thrown: unknown): string {
  const { name } = tool;
  if (!(thrown instanceof AppError))
    return `${name} failed. Do not call it again; answer from the other results.`;
  const { code, message, candidates } = thrown;
  const names = candidates.slice(0, mostNames).join(", ");
  const complaint = message.replace(listed, "");
  if (code === "ambiguous-id") return `${complaint}: ${names}. Call ${name} once for each.`;
  if (code === "unknown-id" && names !== "")
    return `${complaint}. Nearest: ${candidates.slice(0, mostNear).join(", ")}. Call ${name} with one of these, or say that it is not known.`;
  return code === "invalid-input" ? `${message} ${exampleOf(tool)}` : message;
}
