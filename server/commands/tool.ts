import { createInterface } from "node:readline";
import { text as readText } from "node:stream/consumers";
import { AppError, toErrorBody } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { getTool, listTools } from "../../tools/registry.ts";
import type { Declare } from "./wiring.ts";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid-input", "Cannot read the input: it is no valid JSON.", { cause });
  }
}

async function callTool(name: string, text: string, knowledge: Knowledge): Promise<unknown> {
  const { output } = await getTool(name).call(parseJson(text), knowledge);
  return output;
}

/** Runs one tool on one input; an error is printed as JSON too. Returns the exit code. */
export async function runTool(
  name: string,
  text: string,
  knowledge: Knowledge,
  print: (text: string) => void,
): Promise<number> {
  try {
    print(JSON.stringify(await callTool(name, text, knowledge), null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    print(JSON.stringify(toErrorBody(error), null, 2));
    return 2;
  }
}

/**
 * Runs a tool on each line of its input; each line is answered by one line, an error by its JSON. A surprise is
 * told to stderr, and the lines after it are answered all the same.
 */
export async function runToolLines(
  name: string,
  lines: AsyncIterable<string>,
  knowledge: Knowledge,
  print: (text: string) => void,
): Promise<void> {
  getTool(name);
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const result = await callTool(name, line, knowledge).catch((error: unknown) => {
      if (!(error instanceof AppError)) console.error(error);
      return toErrorBody(error);
    });
    print(JSON.stringify(result));
  }
}

/** The command as it is called: lists, answers lines, or answers one input. Returns the exit code. */
export async function tool(
  name: string | undefined,
  options: Flags,
  stdin: NodeJS.ReadableStream,
  knowledge: Knowledge,
  print: (text: string) => void,
): Promise<number> {
  if (options.list) print(JSON.stringify(listTools(), null, 2));
  else if (!name)
    throw new AppError("invalid-input", "Cannot call a tool: give its name, or --list to see all.");
  else if (options.jsonl) await runToolLines(name, createInterface({ input: stdin }), knowledge, print);
  else return await runTool(name, options.input ?? (await readText(stdin)), knowledge, print);
  return 0;
}

type Flags = { input?: string; jsonl?: boolean; list?: boolean };

/** `tool <name>` */
export const declare: Declare = (program, { print, knowledge }) => {
  program
    .command("tool")
    .description("call a tool with JSON; --jsonl answers one line for each line of standard input")
    .argument("[name]", "the tool, see --list")
    .option("--input <json>", "the input of one call")
    .option("--jsonl", "one call for each line of standard input")
    .option("--list", "print the tools and their input schemas")
    .action(async (name: string | undefined, options: Flags) => {
      process.exitCode = await tool(name, options, process.stdin, knowledge, print);
    });
};
