#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import type { AdvisorChoice } from "./commands/wiring.ts";

const root = join(import.meta.dirname, "..");
// Compiled code is kept between runs, which spares a third of the start; so the rest is imported after this.
enableCompileCache(join(root, ".index", "compiled"));
const { Command, CommanderError } = await import("commander");
const { openKnowledge } = await import("../knowledge/knowledge.ts");

const knowledge = openKnowledge(join(root, ".index"));
const print = (line: string) => process.stdout.write(`${line}\n`);
// A reader that has seen enough, such as head, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

async function advisorOf({ mode, ...choice }: AdvisorChoice) {
  const { createAdvisor } = await import("./agent/create-advisor.ts");
  const { chooseBackend } = await import("./backends/choose-backend.ts");
  return createAdvisor(await chooseBackend(choice), knowledge, () => performance.now(), {
    ...(mode && { mode }),
  });
}

const program = new Command("jetson-advisor")
  .description("Sizing advisor for NVIDIA Jetson boards: answers with checked numbers and their sources.")
  .exitOverride()
  .addHelpText(
    "after",
    "\nExit codes: 0 answered, 1 something failed, 2 the call itself is wrong (the error says how to mend it).",
  );

/** The commands, in the order of the help. A call loads only its own. */
const commands = {
  ask: () => import("./commands/ask.ts"),
  chat: () => import("./commands/chat.ts"),
  tool: () => import("./commands/tool.ts"),
  search: () => import("./commands/search.ts"),
  check: () => import("./commands/check.ts"),
  doctor: () => import("./commands/doctor.ts"),
  serve: () => import("./commands/serve.ts"),
};

try {
  const called = Object.entries(commands).filter(([name]) => name === process.argv[2]);
  for (const [, load] of called.length > 0 ? called : Object.entries(commands))
    (await load()).declare(program, { knowledge, root, print, advisorOf });
  await program.parseAsync();
} catch (error) {
  const { reportFailure } = await import("./commands/failure.ts");
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = reportFailure(error, process.argv.includes("--json"), print);
}
