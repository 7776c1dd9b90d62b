import type { Knowledge } from "../../knowledge/knowledge.ts";
import { formatBytes } from "../../knowledge/units.ts";
import { isArchitectureKnown } from "../formulas/estimated-architecture.ts";
import { type Board, isMemoryEstimated } from "../placement/board.ts";
import type { InstalledRelease } from "../placement/release.ts";
import type { Placed } from "../placement/workload.ts";
import { edgeCautions } from "./edge-cautions.ts";
import { completed, imageTokensPerSequence } from "./language-lines.ts";
import type { Ledger } from "./ledger.ts";
import type { MemoryFitInput } from "./plan.ts";

const count = (tokens: number) => tokens.toLocaleString("en-US");

/** What to say of a workload beside what was filled in: widened formats, guessed shapes, contexts too long or short. */
export function workloadCautions(placed: Placed, board: Board, knowledge: Knowledge): string[] {
  const { language, subject, contextTokens, images } = placed;
  if (!language) return [];
  const tokens = imageTokensPerSequence(placed);
  const cautions = edgeCautions(placed, board, tokens, knowledge);
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
      `${subject.name} was made for ${count(language.maxContext)} tokens; ${count(contextTokens)} is more`,
    );
  if (tokens > contextTokens)
    cautions.push(
      `${subject.name}: ${images} image${images > 1 ? "s" : ""} take ${count(tokens)} tokens, more than the context of ${count(contextTokens)}`,
    );
  return cautions;
}

function allocationCaution(largest: number, release: InstalledRelease, knowledge: Knowledge): string[] {
  const refused = knowledge.assumption("refused-allocation").value;
  if (largest < refused) return [];
  if (release.release) {
    const { name, notes, refusesBigAllocations } = release.release.value;
    return refusesBigAllocations || !notes ? [] : [`${name}: ${notes}`];
  }
  return [
    `the largest single allocation is ${formatBytes(largest)}; L4T 36.4.7, 35.6.3 and 38.2.2 refuse about ${formatBytes(refused)} at once (NvMap error 12): check /etc/nv_tegra_release`,
  ];
}

/** What to say of the board: its desktop, its memory where nobody published it, and its release. */
export function boardCautions(
  board: Board,
  release: InstalledRelease,
  ledger: Ledger,
  input: MemoryFitInput,
  knowledge: Knowledge,
): string[] {
  const cautions = [...board.assumptions];
  if (input.os === undefined) cautions.push("desktop running");
  if (isMemoryEstimated(board))
    cautions.push(`${board.name}: its usable memory is an estimate, nobody published MemTotal`);
  return [
    ...cautions,
    ...release.assumptions,
    ...allocationCaution(ledger.largestAllocationBytes, release, knowledge),
  ];
}
