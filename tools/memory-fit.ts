import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { formatBytes } from "../knowledge/units.ts";
import { recordAssumptions } from "./assumptions.ts";
import { assumedLines } from "./digest/assumed-lines.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { verdictWords } from "./digest/verdict-words.ts";
import { boardCautions, workloadCautions } from "./memory/cautions.ts";
import { edgeInputTokens, edgeRuntime } from "./memory/edge-engine.ts";
import { findPitfalls, type Pitfall } from "./memory/find-pitfalls.ts";
import { drawLedger, type Ledger } from "./memory/ledger.ts";
import { memoryFacts } from "./memory/memory-facts.ts";
import { type Opinion, toOpinion } from "./memory/opinion.ts";
import { type CompletePlan, MemoryFitInput } from "./memory/plan.ts";
import { type Fix, searchFixes } from "./memory/search-fixes.ts";
import { planUtilization } from "./memory/utilization.ts";
import { fields, offeredWorkloads } from "./offered/fields.ts";
import { type Board, toBoard } from "./placement/board.ts";
import { type Commands, toCommands } from "./placement/commands.ts";
import { type InstalledRelease, toRelease } from "./placement/release.ts";
import { toPlaced } from "./placement/workload.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** Commands of one workload of the plan, by its index. */
export type PlanCommand = Commands & { workload: number; runtime: string };

/** The ledger with its verdict, what would make it fit, and the documents' own estimate beside it. Bytes. */
export type MemoryFit = ToolResult &
  Ledger & {
    /** The board and the workloads as people name them. */
    names: { device: string; workloads: string[] };
    fixes: Fix[];
    /** What starts and measures each workload, with the flags that hold it to the plan; none where it does not fit. */
    commands: PlanCommand[];
    pitfalls: Pitfall[];
    ruleOfThumb: Opinion | null;
    resolved: MemoryFitInput;
    assumptions: string[];
  };

const fixesInDigest = 4;
const partsInDigest = 4;

type Evaluated = { board: Board; release: InstalledRelease; plan: CompletePlan; ledger: Ledger };

function evaluate(input: MemoryFitInput, knowledge: Knowledge): Evaluated {
  const board = toBoard(input.device, input.powerMode, knowledge);
  const release = toRelease(input.l4t, board, knowledge);
  const os = input.os ?? "desktop";
  const workloads = input.workloads.map((workload) => toPlaced(workload, knowledge));
  const resolved: MemoryFitInput = {
    device: board.reference,
    ...(board.mode && { powerMode: board.mode.name }),
    os,
    ...(release.reference && { l4t: release.reference }),
    workloads: workloads.map((placed) => placed.resolved),
  };
  const plan = { input: resolved, workloads };
  return { board, release, plan, ledger: drawLedger(board, os, workloads, knowledge, release) };
}

/** A command for a plan that would be killed is no help: its fixes have inputs of their own. */
function canRun({ verdict }: Ledger): boolean {
  return verdict === "fits" || verdict === "tight";
}

/** Ready commands of every workload that has an engine profile, and what to say of the shares they take. */
function planCommands(
  { board, release, plan, ledger }: Evaluated,
  knowledge: Knowledge,
): { commands: PlanCommand[]; words: string[] } {
  const shares = plan.workloads.map((placed, index) =>
    planUtilization(ledger, index, placed, board, knowledge),
  );
  const assume = (id: string) => knowledge.assumption(id).value;
  const commands = plan.workloads.flatMap((placed, workload) => {
    const cache = ledger.lines.find((line) => line.workload === workload && line.part === "cache");
    const utilization = shares[workload]?.utilization;
    const made = toCommands(
      placed,
      board,
      {
        release,
        ...(cache && { promptCacheBytes: cache.bytes }),
        ...(utilization !== undefined && { utilization }),
        ...(placed.runtime.id === edgeRuntime && { inputTokens: edgeInputTokens(placed, assume) }),
      },
      knowledge,
    );
    return made ? [{ workload, runtime: placed.runtime.id, ...made }] : [];
  });
  const words = shares.flatMap((share) => (share ? [share.words] : []));
  return {
    commands: canRun(ledger) ? commands : [],
    words: ledger.verdict === "unsupported" ? [] : words,
  };
}

function run(input: MemoryFitInput, everything: Knowledge): MemoryFit {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const evaluated = evaluate(input, knowledge);
  const { board, release, plan, ledger } = evaluated;
  const ruleOfThumb = toOpinion(plan.workloads, knowledge);
  const { commands, words } = planCommands(evaluated, knowledge);
  const pitfalls = findPitfalls(board, plan.workloads, ledger.verdict, knowledge);
  const cited = [...assumed(), ...pitfalls.flatMap(({ source }) => source)];
  const { facts, sources } = memoryFacts(board, plan.workloads, ledger, ruleOfThumb, cited, knowledge);
  return {
    ...ledger,
    names: { device: board.name, workloads: plan.workloads.map(({ subject }) => subject.name) },
    fixes: searchFixes(plan, ledger, (changed) => evaluate(changed, knowledge), knowledge),
    commands,
    pitfalls,
    ruleOfThumb,
    resolved: plan.input,
    assumptions: [
      ...boardCautions(board, release, ledger, input, knowledge),
      ...plan.workloads.flatMap((placed) => [
        ...placed.assumptions,
        ...workloadCautions(placed, board, knowledge),
      ]),
      ...words,
    ],
    facts,
    sources,
  };
}

/** What takes most, in the words of its facts. */
function largestParts({ lines, facts }: MemoryFit): string[] {
  const largest = lines.toSorted((a, b) => b.bytes - a.bytes).slice(0, partsInDigest);
  return largest.flatMap(({ part, workload }) => {
    const fact = facts.find(({ id }) => id === (workload === null ? part : `${part}-${workload}`));
    return fact ? [`${fact.label} ${fact.display}`] : [];
  });
}

function digest(fit: MemoryFit): string {
  const { verdict, names, blockers, fixes, commands, assumptions } = fit;
  const lines = assumedLines(assumptions);
  const assumed = lines.filter((line) => line.startsWith("assumed"));
  const notes = lines.filter((line) => !assumed.includes(line));
  const needed = formatBytes(fit.bytesNeeded);
  const available = formatBytes(fit.bytesAvailable);
  const sums = `needs ${needed} of ${available}, headroom ${formatBytes(fit.headroomBytes)}`;
  return digestLines([
    `verdict: ${verdictWords[verdict]}. ${names.workloads.join(" + ")} on ${names.device} ${verdict === "unsupported" ? "cannot run" : sums}`,
    ...blockers.map(({ message }) => `blocked: ${message}`),
    ...fixes
      .slice(0, fixesInDigest)
      .map(({ change, verdict: after }) => `fix: ${change} → ${after === "fits" ? "fits" : "tight"}`),
    ...assumed,
    `largest: ${largestParts(fit).join(", ")}; working set ${formatBytes(fit.workingSetBytes)}`,
    ...notes,
    ...commands.slice(0, 1).map(({ command }) => `run: ${command}`),
  ]);
}

/** Does a set of workloads fit a board's memory? */
export const memoryFit = defineTool({
  name: "memory-fit",
  description:
    "Whether one or more models or detectors fit the memory of one Jetson board together: verdict, ledger of bytes, and what would make it fit.",
  input: MemoryFitInput,
  example: { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b", contextTokens: 8192 }] },
  offered: z.strictObject({
    device: fields.device,
    powerMode: fields.powerMode,
    os: fields.os,
    workloads: offeredWorkloads,
  }),
  run,
  digest,
});
