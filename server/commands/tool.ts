import { AppError, toErrorBody } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { getTool } from "../../tools/registry.ts";

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
