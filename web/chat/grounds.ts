import { getToolName } from "ai";
import { isListOf, isNumber, isShape, isString } from "../guards.ts";
import { groundsShape, titlesOf } from "../tool-views/grounds.ts";
import type { CheckedAnswer, Fact } from "./checked-answer.ts";
import type { ToolPart } from "./tool-parts.ts";

/** How one result of a tool can be had again: computed, by `command`, and seen on the board, by `checks`. */
type Repeat = { command: string; checks: readonly BoardCommand[] };

/** A command for the board; `workload` where it is about one of a plan. */
type BoardCommand = { text: string; workload?: number };

/** What the numbers of a turn rest on; `repeats` stand in the order of the tools' results. */
export type Grounds = {
  facts: ReadonlyMap<string, Fact>;
  sources: ReadonlyMap<string, string>;
  repeats: readonly Repeat[];
};

const hasSources = isShape({ sources: groundsShape.sources });

/** A speed is measured by one command. */
const hasVerify = isShape({ verify: isString });
/** A plan is started by one command for each workload. */
const hasCommands = isShape({ commands: isListOf(isShape({ workload: isNumber, command: isString })) });

function checksOf(output: unknown): BoardCommand[] {
  if (hasVerify(output)) return [{ text: output.verify }];
  if (!hasCommands(output)) return [];
  return output.commands.map(({ command, workload }) => ({ text: command, workload }));
}

/** In a shell a single quote ends the quotation, also inside one. */
function toCommand(name: string, input: unknown): string {
  return `npm run -s advisor -- tool ${name} --input '${JSON.stringify(input ?? {}).replaceAll("'", String.raw`'\''`)}'`;
}

/** Everything a message holds that says where its numbers come from. */
export function findGrounds(tools: readonly ToolPart[], answer: CheckedAnswer | undefined): Grounds {
  const results = tools.filter((part) => part.state === "output-available");
  const sources = results.flatMap(({ output }) => (hasSources(output) ? output.sources : []));
  return {
    facts: new Map(answer?.facts?.map((fact) => [fact.id, fact])),
    sources: titlesOf({ sources }),
    repeats: results.map((part) => ({
      command: toCommand(getToolName(part), part.input),
      checks: checksOf(part.output),
    })),
  };
}

/** The result behind a fact: the fact's id starts with the number of its call. */
function repeatOf(factId: string, { repeats }: Grounds): Repeat | undefined {
  return repeats[Number.parseInt(factId, 10) - 1];
}

/** The command that computes a fact again. */
export function commandOf(factId: string, grounds: Grounds): string | undefined {
  return repeatOf(factId, grounds)?.command;
}

/** The commands that show a fact on the board; one of a workload, such as "1.weights-0", is shown by that workload's. */
export function boardCommandsOf(factId: string, grounds: Grounds): string[] {
  const [, workload] = /-(\d+)$/.exec(factId) ?? [];
  const checks = repeatOf(factId, grounds)?.checks ?? [];
  const own = checks.filter((check) => workload === undefined || check.workload === Number(workload));
  return own.map(({ text }) => text);
}
