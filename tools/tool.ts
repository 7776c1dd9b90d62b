import { z } from "zod";
import { AppError } from "../knowledge/errors.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Fact, SourceReference } from "./facts.ts";
import { mend } from "./offered/mend.ts";

/** What every tool gives back: its own fields, and the facts and sources that carry them. */
export type ToolResult = { facts: Fact[]; sources: SourceReference[] };

type Definition<Input extends z.ZodType, Output extends ToolResult> = {
  name: string;
  description: string;
  input: Input;
  /** A call as it should look, for a model whose call was wrong. */
  example: z.input<Input>;
  /** The few settings a small model is offered, each of them a setting of the input. */
  offered: z.ZodObject<z.core.$ZodLooseShape, z.core.$strict> & z.ZodType<z.input<Input>>;
  run(input: z.output<Input>, knowledge: Knowledge): Output | Promise<Output>;
  /** The result in at most 300 tokens: verdict, deciding numbers, nothing a model would have to compute. */
  digest(output: Output): string;
};

/** A tool as every door sees it; input of whatever shape goes in and is validated first. */
export type Tool = {
  name: string;
  description: string;
  input: z.ZodType;
  /** A flat, small input for a model; it forgives slips, and what it lets through is an input of the tool. */
  offered: z.ZodType;
  example: unknown;
  call(input: unknown, knowledge: Knowledge): Promise<{ output: ToolResult; digest: string }>;
};

/** Reads a tool's input; what is wrong is said field by field, so that a model can mend its call. */
function parseInput<Input extends z.ZodType>(name: string, schema: Input, input: unknown): z.output<Input> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new AppError("invalid-input", `Cannot run ${name}: ${z.prettifyError(result.error)}`);
}

/** What is offered, with the limits of the whole input, which stay out of its JSON Schema and so out of grammars. */
function offer<Input extends z.ZodType>({
  offered,
  input,
}: Pick<Definition<Input, ToolResult>, "offered" | "input">): z.ZodType {
  const limited = offered.superRefine((value, context) => {
    for (const issue of input.safeParse(value).error?.issues ?? []) context.addIssue({ ...issue });
  });
  return z.preprocess((value) => mend(value, offered), limited);
}

/** States a tool; one whose result lacks facts and sources does not compile. */
export function defineTool<Input extends z.ZodType, Output extends ToolResult>(
  definition: Definition<Input, Output>,
): Omit<Definition<Input, Output>, "offered"> & Tool {
  const { name, input: schema, run, digest } = definition;
  return {
    ...definition,
    offered: offer(definition),
    async call(input, knowledge) {
      const output = await run(parseInput(name, schema, input), knowledge);
      return { output, digest: digest(output) };
    },
  };
}
