import type { Knowledge } from "../knowledge/knowledge.ts";
import { formatBytes } from "../knowledge/units.ts";
import { recordAssumptions } from "./assumptions.ts";
import { isArchitectureKnown } from "./formulas/estimated-architecture.ts";
import { completed, imageTokensPerSequence } from "./memory/language-lines.ts";
import { drawLedger, type Ledger } from "./memory/ledger.ts";
import { memoryFacts } from "./memory/memory-facts.ts";
import { type Opinion, toOpinion } from "./memory/opinion.ts";
import { type CompletePlan, MemoryFitInput } from "./memory/plan.ts";
import { type Fix, searchFixes } from "./memory/search-fixes.ts";
import { type Board, isMemoryEstimated, toBoard } from "./placement/board.ts";
import { type Placed, toPlaced } from "./placement/workload.ts";
import { defineTool, type ToolResult } from "./tool.ts";

/** The ledger with its verdict, what would make it fit, and the documents' own estimate beside it. Bytes. */
export type MemoryFit = ToolResult &
  Ledger & {
    /** The board and the workloads as people name them. */
    names: { device: string; workloads: string[] };
    fixes: Fix[];
    ruleOfThumb: Opinion | null;
    resolved: MemoryFitInput;
    assumptions: string[];
  };

type Evaluated = { board: Board; plan: CompletePlan; ledger: Ledger };

function evaluate(input: MemoryFitInput, knowledge: Knowledge): Evaluated {
  const board = toBoard(input.device, input.powerMode, knowledge);
  const os = input.os ?? "desktop";
  const workloads = input.workloads.map((workload) => toPlaced(workload, knowledge));
  const resolved: MemoryFitInput = {
    device: board.reference,
    ...(board.mode && { powerMode: board.mode.name }),
    os,
    workloads: workloads.map((placed) => placed.resolved),
  };
  return { board, plan: { input: resolved, workloads }, ledger: drawLedger(board, os, workloads, knowledge) };
}

function workloadCautions(placed: Placed, board: Board, knowledge: Knowledge): string[] {
  const { language, subject, contextTokens, images } = placed;
  if (!language) return [];
  const tokens = imageTokensPerSequence(placed);
  const cautions: string[] = [];
  const { needs } = placed.quantization.value;
  const isWidened = needs !== undefined && placed.runtime.value.emulates.includes(needs);
  if (isWidened && !board.record.nativeFormats.includes(needs) && board.id !== null)
    cautions.push(
      `${board.name} has no ${needs.toUpperCase()} hardware: ${placed.runtime.value.name} widens the weights, which saves memory but no arithmetic`,
    );
  if (language.parametersBillions === undefined)
    cautions.push(`${subject.name}: its size is unknown, so its weights are not counted`);
  else if (!isArchitectureKnown(language)) {
    const { layers, kvHeads, headSize } = completed(language, (id) => knowledge.assumption(id).value);
    cautions.push(
      `${subject.name}: architecture unknown, its cache is estimated with ${layers} layers of ${kvHeads} × ${headSize}`,
    );
  }
  if (language.maxContext && contextTokens > language.maxContext)
    cautions.push(
      `${subject.name} was made for ${language.maxContext.toLocaleString("en-US")} tokens; ${contextTokens.toLocaleString("en-US")} is more`,
    );
  if (tokens > contextTokens)
    cautions.push(
      `${subject.name}: ${images} image${images > 1 ? "s" : ""} take ${tokens.toLocaleString("en-US")} tokens, more than the context of ${contextTokens.toLocaleString("en-US")}`,
    );
  return cautions;
}

function boardCautions({ board, ledger }: Evaluated, input: MemoryFitInput, knowledge: Knowledge): string[] {
  const refused = knowledge.assumption("refused-allocation").value;
  const cautions = [...board.assumptions];
  if (input.os === undefined) cautions.push("desktop running");
  if (isMemoryEstimated(board))
    cautions.push(`${board.name}: its usable memory is an estimate, nobody published MemTotal`);
  if (ledger.largestAllocationBytes >= refused)
    cautions.push(
      `the largest single allocation is ${formatBytes(ledger.largestAllocationBytes)}; L4T 36.4.7, 35.6.3 and 38.2.2 refuse about ${formatBytes(refused)} at once (NvMap error 12): check /etc/nv_tegra_release`,
    );
  return cautions;
}

function run(input: MemoryFitInput, everything: Knowledge): MemoryFit {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const evaluated = evaluate(input, knowledge);
  const { board, plan, ledger } = evaluated;
  const ruleOfThumb = toOpinion(plan.workloads, knowledge);
  const { facts, sources } = memoryFacts(board, plan.workloads, ledger, ruleOfThumb, assumed(), knowledge);
  return {
    ...ledger,
    names: { device: board.name, workloads: plan.workloads.map(({ subject }) => subject.name) },
    fixes: searchFixes(plan, ledger, (changed) => evaluate(changed, knowledge), knowledge),
    ruleOfThumb,
    resolved: plan.input,
    assumptions: [
      ...boardCautions(evaluated, input, knowledge),
      ...plan.workloads.flatMap((placed) => [
        ...placed.assumptions,
        ...workloadCautions(placed, board, knowledge),
      ]),
    ],
    facts,
    sources,
  };
}

/** Does a set of workloads fit a board's memory? */
export const memoryFit = defineTool({
  name: "memory-fit",
  description:
    "Whether one or more models or detectors fit the memory of one Jetson board together: verdict, ledger of bytes, and what would make it fit.",
  input: MemoryFitInput,
  run,
  digest: ({
    verdict,
    blockers,
    bytesNeeded,
    bytesAvailable,
    headroomBytes,
    workingSetBytes,
    fixes,
    resolved,
    assumptions,
  }) =>
    [
      `verdict: ${verdict} on ${JSON.stringify(resolved.device)}`,
      ...blockers.map(({ message }) => `blocked: ${message}`),
      `needed ${formatBytes(bytesNeeded)} of ${formatBytes(bytesAvailable)}, headroom ${formatBytes(headroomBytes)}, working set ${formatBytes(workingSetBytes)}`,
      ...fixes.slice(0, 4).map(({ change, verdict: after }) => `fix: ${change} → ${after}`),
      `assumed: ${assumptions.slice(0, 6).join("; ")}`,
    ].join("\n"),
});
