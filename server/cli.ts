#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { ModelChoice } from "./backends/choose-backend.ts";

const root = join(import.meta.dirname, "..");
// Compiled code is kept between runs, which spares a third of the start; so the rest is imported after this.
enableCompileCache(join(root, ".index", "compiled"));
const { Command, CommanderError, Option } = await import("commander");
const { AppError, toErrorBody } = await import("../knowledge/errors.ts");
const { openKnowledge } = await import("../knowledge/knowledge.ts");
const { wholeNumber } = await import("./commands/whole-number.ts");

const knowledge = openKnowledge(join(root, ".index"));
const print = (line: string) => process.stdout.write(`${line}\n`);
// A reader that has seen enough, such as head, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

/** A model is loaded only where one talks: the SDK costs a tenth of a second. */
async function advisorOf(choice: ModelChoice) {
  const { createAdvisor } = await import("./agent/create-advisor.ts");
  const { chooseBackend } = await import("./backends/choose-backend.ts");
  return createAdvisor(await chooseBackend(choice, knowledge), knowledge, () => performance.now());
}

const endpoint = () =>
  new Option("--endpoint <url>", "OpenAI-compatible server, such as http://127.0.0.1:11434/v1");
const model = () => new Option("--model <id>", 'model that server has; "built-in" needs no server');

const program = new Command("jetson-advisor")
  .description("Sizing advisor for NVIDIA Jetson boards: answers with checked numbers and their sources.")
  .exitOverride()
  .addHelpText(
    "after",
    "\nExit codes: 0 answered, 1 something failed, 2 the call itself is wrong (the error says how to mend it).",
  );

program
  .command("ask")
  .description("answer a question; reads standard input when none is given")
  .argument("[question...]", "the question")
  .option("--json", "print the whole answer as JSON", false)
  .addOption(endpoint())
  .addOption(model())
  .action(async (words: string[], options: ModelChoice & { json: boolean }) => {
    const question = words.length > 0 ? words.join(" ") : await text(process.stdin);
    const { ask } = await import("./commands/ask.ts");
    await ask(question, options, await advisorOf(options), print);
  });

program
  .command("tool")
  .description("call a tool with JSON; --jsonl answers one line for each line of standard input")
  .argument("[name]", "the tool, see --list")
  .option("--input <json>", "the input of one call")
  .option("--jsonl", "one call for each line of standard input")
  .option("--list", "print the tools and their input schemas")
  .action(async (name: string | undefined, options: { input?: string; jsonl?: boolean; list?: boolean }) => {
    const { runTool, runToolLines } = await import("./commands/tool.ts");
    const { listTools } = await import("../tools/registry.ts");
    if (options.list) print(JSON.stringify(listTools(), null, 2));
    else if (!name)
      throw new AppError("invalid-input", "Cannot call a tool: give its name, or --list to see all.");
    else if (options.jsonl)
      await runToolLines(name, createInterface({ input: process.stdin }), knowledge, print);
    else
      process.exitCode = await runTool(name, options.input ?? (await text(process.stdin)), knowledge, print);
  });

program
  .command("search")
  .description("search the source documents")
  .argument("<query...>", "words to look for")
  .option("--json", "print the passages as JSON", false)
  .option("--limit <n>", "how many passages", wholeNumber, 5)
  .action(async (words: string[], options: { json: boolean; limit: number }) => {
    const { search } = await import("./commands/search.ts");
    await search(words.join(" "), options, knowledge, print);
  });

program
  .command("serve")
  .description("serve the page and the HTTP API")
  .option("--port <n>", "port", wholeNumber, 7860)
  .option("--host <address>", "address; any but loopback needs --token", "127.0.0.1")
  .option("--token <secret>", "secret that every request must carry")
  .addOption(endpoint())
  .addOption(model())
  .action(async (options: ModelChoice & { port: number; host: string; token?: string }) => {
    const { serve } = await import("./commands/serve.ts");
    const { host, port, token } = options;
    await serve({ host, port, token }, { advisor: await advisorOf(options), knowledge, root });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const body = toErrorBody(error);
    const { message, code } = body.error;
    if (process.argv.includes("--json")) print(JSON.stringify(body, null, 2));
    process.stderr.write(`${code}: ${message}\n`);
    if (!(error instanceof AppError))
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = code === "invalid-input" || code === "unknown-tool" ? 2 : 1;
  }
}
