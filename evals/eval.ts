import { enableCompileCache } from "node:module";
import { join } from "node:path";

/** Runs `npm run eval`: wires the commands and turns what fails into an exit code. */
export async function main(arguments_: readonly string[], root: string): Promise<void> {
  const { Command, CommanderError } = await import("commander");
  const { openKnowledge } = await import("../knowledge/knowledge.ts");
  const indexFolder = join(root, ".index");
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const wiring = {
    knowledge: openKnowledge(indexFolder),
    indexFolder,
    resultsFolder: join(root, ".evals"),
    print,
    terminal: process.stderr,
    stop: stop.signal,
  };
  const program = new Command("eval")
    .description("Evals: ask the advisor and hold its answers against the rules engine.")
    .exitOverride()
    .addHelpText(
      "after",
      "\nExit codes: 0 good enough, 1 a gate was missed, something was an error or nothing was scored, 2 the call itself is wrong, 130 stopped.",
    );
  try {
    for (const load of [
      () => import("./commands/run.ts"),
      () => import("./commands/merge.ts"),
      () => import("./commands/compare.ts"),
      () => import("./commands/leaderboard.ts"),
      () => import("./commands/cases.ts"),
    ])
      (await load()).declare(program, wiring);
    await program.parseAsync([...arguments_], { from: "user" });
  } catch (error) {
    const { reportFailure } = await import("../server/commands/failure.ts");
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = reportFailure(error, false, print);
  }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  // A reader that has seen enough, such as head, is no failure.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  enableCompileCache(join(root, ".index", "compiled"));
  await main(process.argv.slice(2), root);
}
