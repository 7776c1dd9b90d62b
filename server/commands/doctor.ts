import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";
import { AppError } from "../../knowledge/errors.ts";
import { inspectIndex } from "../../knowledge/ingest.ts";
import { KNOWLEDGE_FOLDER, type Knowledge } from "../../knowledge/knowledge.ts";
import { discoverServer } from "../backends/discover.ts";
import { inspectServer } from "../backends/inspect-server.ts";
import type { ServerReport } from "../backends/server-report.ts";
import { type Needs, usualNeeds } from "../doctor/needs.ts";
import { type Look, renderReport } from "../doctor/render.ts";
import { type DoctorReport, examine, type Wishes } from "../doctor/report.ts";
import { describeSetUp, nextCommand, planSetUp, runSetUp } from "../doctor/set-up.ts";
import { readMachine } from "../machine/read-machine.ts";
import type { Declare } from "./wiring.ts";

/** What the user asks for. */
export type DoctorOptions = {
  json: boolean;
  endpoint?: string;
  model?: string;
  device?: string;
  beside: readonly string[];
  setUp: boolean;
  yes: boolean;
};

/** Everything outside of the program that the doctor looks at or talks to. */
export type DoctorWorld = {
  /** The root of the file system of the machine. */
  machineRoot: string;
  documentsFolder: string;
  indexFolder: string;
  nodeVersion: string;
  needs?: Needs;
  knowledge: Knowledge;
  /** The server at that endpoint, or one at the usual places; undefined where none answers. */
  findServer(endpoint: string | undefined): Promise<ServerReport | undefined>;
  /** Asks the person at the terminal; undefined where nobody sits there. */
  confirm: ((question: string) => Promise<boolean>) | undefined;
  look: Look;
  print(text: string): void;
};

/** With --json nothing but JSON is printed, so what is asked for could not be shown first. */
async function mayGoOn({ yes, json }: DoctorOptions, { confirm }: DoctorWorld): Promise<boolean> {
  if (yes) return true;
  if (confirm && !json) return await confirm("Go on?");
  throw new AppError(
    "invalid-input",
    "Cannot set up without a yes: add --yes, since no terminal can be asked.",
  );
}

/** Shows what a set-up does, asks, and does it. */
async function setUp(options: DoctorOptions, world: DoctorWorld): Promise<void> {
  const plan = planSetUp(await world.findServer(options.endpoint), options.model);
  const { alias, from, contextTokens } = plan;
  if (!options.json) world.print(describeSetUp(plan));
  const made = await mayGoOn(options, world);
  if (made) await runSetUp(plan);
  if (options.json)
    world.print(JSON.stringify({ alias, from, contextTokens, made, use: nextCommand(plan) }, null, 2));
  else world.print(made ? `\nMade ${alias}. Use it:\n\n  ${nextCommand(plan)}` : "Nothing was changed.");
}

/** Looks at server, board and program as they are now. */
export async function lookAround(wishes: Wishes, world: DoctorWorld): Promise<DoctorReport> {
  const { machineRoot, documentsFolder, indexFolder, nodeVersion, needs = usualNeeds, knowledge } = world;
  const surroundings = {
    machine: readMachine(machineRoot),
    server: await world.findServer(wishes.endpoint),
    index: inspectIndex(documentsFolder, indexFolder),
    nodeVersion,
    needs,
  };
  return examine(wishes, surroundings, knowledge);
}

/**
 * Looks at server, board and program and prints each check with what mends it; with `setUp` makes an alias of the
 * model with the context that the advisor needs. Returns the exit code: 1 where something is a problem.
 */
export async function doctor(options: DoctorOptions, world: DoctorWorld): Promise<number> {
  if (options.setUp) {
    await setUp(options, world);
    return 0;
  }
  const report = await lookAround(options, world);
  world.print(options.json ? JSON.stringify(report, null, 2) : renderReport(report, world.look));
  return report.ready ? 0 : 1;
}

async function askAtTerminal(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`\n${question} [y/N] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** The machine this process runs on, as a terminal sees it; `root` is the folder of the program. */
export function hereAndNow(root: string, knowledge: Knowledge, print: (text: string) => void): DoctorWorld {
  const { stdin, stdout, versions } = process;
  return {
    machineRoot: "/",
    documentsFolder: join(KNOWLEDGE_FOLDER, "documents"),
    indexFolder: join(root, ".index"),
    nodeVersion: versions.node,
    knowledge,
    findServer: (endpoint) => (endpoint === undefined ? discoverServer() : inspectServer(endpoint)),
    confirm: stdin.isTTY && stdout.isTTY ? askAtTerminal : undefined,
    look: {
      columns: stdout.isTTY ? stdout.columns : undefined,
      // Without a terminal, or with NO_COLOR, it gives the text back as it is.
      paint: (colour, text) => styleText(colour, text, { stream: stdout }),
    },
    print,
  };
}

/** An option that may be given again and again. */
const together = (text: string, before: readonly string[]) => [...before, text];

/** `doctor` */
export const declare: Declare = (program, { root, knowledge, print }) => {
  program
    .command("doctor")
    .description("look at model server, board and program, and say what mends what is wrong")
    .option("--json", "print the checks as JSON", false)
    .option("--device <id>", "recommend a model for this board in place of the one it runs on")
    .option("--beside <what>", 'what else runs there, such as "Qwen2.5-VL-7B and YOLO"', together, [])
    .option("--set-up", "make an alias of the model in Ollama with the context that is needed", false)
    .option("--yes", "set up without asking", false)
    .option("--endpoint <url>", "model server to look at, such as http://127.0.0.1:11434/v1")
    .option("--model <id>", "model of that server")
    .action(async (options: DoctorOptions) => {
      process.exitCode = await doctor(options, hereAndNow(root, knowledge, print));
    });
};
