import type { Assumption } from "../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Model } from "../../knowledge/schema.ts";
import type { Bytes } from "../../knowledge/units.ts";
import type { Pass } from "../formulas/decode.ts";
import { modeLimits } from "../formulas/power-mode.ts";
import { tokenTime } from "../formulas/prefill.ts";
import { streamedWeightBytes } from "../formulas/streamed-bytes.ts";
import { parameterClasses } from "../formulas/weights.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { arithmeticOf } from "./arithmetic.ts";
import { toPromptCosts, toPromptReader } from "./prompt.ts";
import { toPromptWork } from "./prompt-work.ts";

/** Methods on record, as they occur in the names people give them. */
const methods = ["eagle", "mtp", "dflash", "medusa", "ngram", "lookup"] as const;

/** The method a name means: "EAGLE-3" and "eagle3" are one; a draft model by any name is "draft". */
function methodOf({ speculation, draft }: Placed): string {
  const name = speculation?.method.toLowerCase().replace(/[^a-z]/g, "") ?? "";
  const known = methods.find((method) => name.includes(method));
  if (known) return known === "lookup" ? "ngram" : known;
  return draft || name.includes("draft") ? "draft" : "other";
}

/** The closest assumption on a method: for this engine, for any, for any method. */
function closest(kind: string, placed: Placed, knowledge: Knowledge): string {
  const method = methodOf(placed);
  const names = [`${kind}-${method}-${placed.runtime.id}`, `${kind}-${method}`];
  return names.find((name) => knowledge.findAssumption(name)) ?? `${kind}-other`;
}

/** What a pass of the method is assumed to yield where nobody states it, in tokens. */
export function assumedAcceptance(placed: Placed, knowledge: Knowledge): Assumption {
  return knowledge.assumption(closest("speculation-accepted", placed, knowledge));
}

/** Tokens a decoding pass yields: as stated, else what the method is assumed to, else one. */
export function acceptedTokens(placed: Placed, knowledge: Knowledge): number {
  if (!placed.speculation) return 1;
  return placed.speculation.acceptedTokensPerPass ?? assumedAcceptance(placed, knowledge).value;
}

/** Tokens of one sequence that a pass of the target goes through: the last one and those drafted. */
export function passTokens(placed: Placed, knowledge: Knowledge): number {
  if (!placed.speculation) return 1;
  const usual = knowledge.assumption(closest("speculation-tokens", placed, knowledge)).value;
  return Math.max(usual, Math.ceil(acceptedTokens(placed, knowledge)));
}

/** Bits of a draft's output head: of the format where the engine multiplies in it, else 16. */
function headBits(board: Board, placed: Placed): number {
  const isNative = arithmeticOf(board, placed)?.kind === "native";
  return isNative ? placed.quantization.value.blockBits : 16;
}

/** What drafting reads for one pass: bytes that are known, and a share of the target's weights by assumption. */
export type DraftReading = { bytes: Bytes; targetBytes: Bytes; shareId: string | null };

/** A draft model reads itself again and again; other drafts are layers of their own and output heads. */
export function draftReading(board: Board, placed: Placed, model: Model, knowledge: Knowledge): DraftReading {
  const { draft, quantization } = placed;
  const targetBytes = streamedWeightBytes(model, quantization.value, 1);
  if (draft) {
    const slowness = knowledge.assumption("speculation-draft-slowness").value;
    const steps = slowness * (passTokens(placed, knowledge) - 1);
    return { bytes: steps * streamedWeightBytes(draft, quantization.value, 1), targetBytes, shareId: null };
  }
  const heads = knowledge.assumption(closest("speculation-draft-heads", placed, knowledge)).value;
  const head = (parameterClasses(model).embedding * headBits(board, placed)) / 8;
  return { bytes: heads * head, targetBytes, shareId: closest("speculation-draft-share", placed, knowledge) };
}

/** Bytes that drafting takes for a pass of so many sequences; beyond the first each costs a further share of the target. */
function draftBytes(
  board: Board,
  placed: Placed,
  model: Model,
  sequences: number,
  knowledge: Knowledge,
): Bytes {
  const { bytes, targetBytes, shareId } = draftReading(board, placed, model, knowledge);
  const own = shareId === null ? 0 : knowledge.assumption(shareId).value;
  const further = (sequences - 1) * knowledge.assumption("speculation-draft-batch").value;
  return bytes + (own + further) * targetBytes;
}

/** Seconds to read what drafting reads for one pass. */
function draftSeconds(
  board: Board,
  placed: Placed,
  model: Model,
  sequences: number,
  knowledge: Knowledge,
): number {
  const { bandwidth } = modeLimits(board.record, board.mode);
  return bandwidth ? draftBytes(board, placed, model, sequences, knowledge) / bandwidth : 0;
}

/** Seconds to check drafted tokens: the target goes through them as through a prompt. Zero where compute is unknown. */
export function checkSeconds(board: Board, placed: Placed, sequences: number, knowledge: Knowledge): number {
  const drafted = { tokens: passTokens(placed, knowledge) - 1, sequences, isChecking: true };
  const reader = toPromptReader(board, placed, drafted, knowledge);
  if (!reader) return 0;
  const work = toPromptWork(placed, reader.model, drafted);
  return tokenTime(work, reader.machine, toPromptCosts(reader, knowledge)) / 1000;
}

/** The same pass with a draft before it: it reads the experts of all tokens it checks, and takes longer. */
export function speculative(
  pass: Pass,
  board: Board,
  placed: Placed,
  model: Model,
  knowledge: Knowledge,
): Pass {
  if (!placed.speculation) return pass;
  const checked = pass.sequences * passTokens(placed, knowledge);
  return {
    ...pass,
    weightBytes: streamedWeightBytes(model, placed.quantization.value, checked),
    draftingSeconds:
      draftSeconds(board, placed, model, pass.sequences, knowledge) +
      checkSeconds(board, placed, pass.sequences, knowledge),
  };
}

/** Bytes that a draft reads at least for a pass, which the ceiling counts: of a named model once, else a small share. */
export function leastDraftBytes(
  { speculation, draft, quantization }: Placed,
  model: Model,
  knowledge: Knowledge,
): Bytes {
  if (!speculation) return 0;
  if (draft) return streamedWeightBytes(draft, quantization.value, 1);
  return streamedWeightBytes(model, quantization.value, 1) * knowledge.assumption("draft-share").value;
}

/** The assumption with the half-width of the 90 % interval; null without speculation. */
export function speculationInterval({ speculation }: Placed): string | null {
  if (!speculation) return null;
  return speculation.acceptedTokensPerPass ? "interval-speculation" : "interval-speculation-unstated";
}
