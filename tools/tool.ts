import { z } from "zod";
import { AppError } from "../knowledge/errors.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Fact, SourceReference } from "./facts.ts";

/** What every tool gives back: its own fields, and the facts and sources that carry them. */
export type ToolResult = { facts: Fact[]; sources: SourceReference[] };

type Definition<Input extends z.ZodType, Output extends ToolResult> = {
  name: string;
  description: string;
  input: Input;
  run(input: z.output<Input>, knowledge: Knowledge): Output | Promise<Output>;
  /** The result in at most 300 tokens: verdict, deciding numbers, nothing a model would have to compute. */
  digest(output: Output): string;
};

/** A tool as every door sees it; input of whatever shape goes in and is validated first. */
export type Tool = {
  name: string;
  description: string;
  input: z.ZodType;
  call(input: unknown, knowledge: Knowledge): Promise<{ output: ToolResult; digest: string }>;
};

/** Reads a tool's input; what is wrong is said field by field, so that a model can mend its call. */
function parseInput<Input extends z.ZodType>(name: string, schema: Input, input: unknown): z.output<Input> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new AppError("invalid-input", `Cannot run ${name}: ${z.prettifyError(result.error)}`);
}

/** States a tool; one whose result lacks facts and sources does not compile. */
export function defineTool<Input extends z.ZodType, Output extends ToolResult>(
  definition: Definition<Input, Output>,
): Definition<Input, Output> & Tool {
  const { name, input: schema, run, digest } = definition;
  return {
    ...definition,
    async call(input, knowledge) {
      const output = await run(parseInput(name, schema, input), knowledge);
      return { output, digest: digest(output) };
    },
  };
}
