import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Entry } from "../../knowledge/load.ts";
import type { Model, Workload } from "../../knowledge/schema.ts";
import type { Bytes, TokensPerSecond } from "../../knowledge/units.ts";
import { drawLedger, type OperatingSystem, type Verdict } from "../../tools/memory/ledger.ts";
import type { MemoryFitInput } from "../../tools/memory/plan.ts";
import { type Board, isHighestMode, toBoard } from "../../tools/placement/board.ts";
import { type InstalledRelease, toRelease } from "../../tools/placement/release.ts";
import {
  isLanguageModel,
  type Placed,
  toPlaced,
  type WorkloadInput,
} from "../../tools/placement/workload.ts";
import { evaluateConfiguration, type Speed } from "../../tools/sweep/configuration.ts";
import type { Prediction } from "../../tools/throughput/prediction.ts";
import type { Range } from "../../tools/throughput/range.ts";
import { ADVISOR_CONTEXT, usualNeeds } from "./needs.ts";

/** A model that fits beside the rest. Bytes and tok/s. */
export type Candidate = {
  id: string;
  name: string;
  quantization: string;
  /** What the model itself takes, its runtime included. */
  modelBytes: Bytes;
  /** What is left with everything running and the reserve intact. */
  headroomBytes: Bytes;
  decodeTokensPerSecond: Range;
  evidence: Prediction["evidence"];
  /** Its name in Ollama's library, where the record has it. */
  ollamaName?: string;
  /** The call of `memory-fit` that gives these bytes. */
  input: MemoryFitInput;
};

/** The model to talk with on a board beside what else runs there, and the next best. */
export type Recommendation = {
  device: string;
  deviceName: string;
  powerMode: string | null;
  runtime: string;
  contextTokens: number;
  beside: string[];
  /** Whether what else runs fits by itself; null where nothing does. */
  besideVerdict: Verdict | null;
  best: Candidate | null;
  runnerUp: Candidate | null;
  /** Where none keeps pace: the fastest of those that fit. */
  tooSlow: Candidate | null;
  /** What the board's highest mode would allow; null where it runs in it. */
  atHighestMode: { powerMode: string; best: Candidate | null } | null;
  /** The speed from which a model keeps pace with a reader. */
  enoughTokensPerSecond: TokensPerSecond;
  /** How many models were held against the board. */
  tried: number;
};

/** How the board is run, as far as that is known; else as every tool assumes. */
export type BoardSetting = { powerMode?: string; os?: OperatingSystem; l4t?: string; runtime?: string };

/** Below, a model does not follow instructions well enough to narrate; above, the advisor's task needs no more. */
const sizes = { leastBillions: 1.5, mostBillions: 15 };

/** A language model that talks, takes tools and can be loaded with the advisor's context. */
function isTalker(record: Model | Workload): record is Model {
  const { parametersBillions: billions = 0, maxContext = 0 } = record;
  return (
    isLanguageModel(record) &&
    record.kind === "llm" &&
    record.toolTemplate === true &&
    billions >= sizes.leastBillions &&
    billions <= sizes.mostBillions &&
    maxContext >= ADVISOR_CONTEXT
  );
}

/** Larger first; of those that are called the same size the newer, since it was trained better. */
function bySizeAndAge(a: Entry<Model>, b: Entry<Model>): number {
  const size = ({ value }: Entry<Model>) => Math.round(value.parametersBillions ?? 0);
  const age = (b.value.released ?? "").localeCompare(a.value.released ?? "");
  return size(b) - size(a) || age || (a.id < b.id ? -1 : 1);
}

function talkers({ models }: Knowledge): Entry<Model>[] {
  const found = models.entries.flatMap(({ id, value, provenance }) =>
    isTalker(value) ? [{ id, value, provenance }] : [],
  );
  return found.sort(bySizeAndAge);
}

/** "qwen3:4b", else "mistral-nemo": the names of Ollama's library have no capitals, spaces or slashes. */
function ollamaNameOf({ aliases }: Model): string | undefined {
  const tagged = aliases.find((alias) => /^[a-z0-9.-]+:[\w.-]+$/.test(alias));
  return tagged ?? aliases.find((alias) => /^[a-z0-9.-]+$/.test(alias));
}

/** A board, what else runs on it, and how it is run. */
type Place = {
  board: Board;
  others: readonly Placed[];
  os: OperatingSystem;
  runtime: string;
  release: InstalledRelease;
};

/** The speed counts while the advisor writes: its prompt in the cache, not the whole context that is kept free. */
function speedOf(entry: Entry<Model>, { board, others, os, runtime }: Place, knowledge: Knowledge): Speed {
  const { promptTokens, answerTokens } = usualNeeds;
  const contextTokens = promptTokens + answerTokens;
  const writing = toPlaced({ model: entry.id, runtime, contextTokens }, knowledge);
  const terms = { os, promptTokens, leading: 0 };
  return evaluateConfiguration(board, [writing, ...others], terms, knowledge).speed;
}

function inputOf({ board, os, release }: Place, workloads: readonly Placed[]): MemoryFitInput {
  return {
    device: board.reference,
    ...(board.mode && { powerMode: board.mode.name }),
    os,
    ...(release.reference && { l4t: release.reference }),
    workloads: workloads.map(({ resolved }) => resolved),
  };
}

/** The model as a candidate; undefined where it does not fit with the reserve intact, or no speed is known. */
function toCandidate(entry: Entry<Model>, place: Place, knowledge: Knowledge): Candidate | undefined {
  const { board, others, os, runtime, release } = place;
  const talker = toPlaced({ model: entry.id, runtime, contextTokens: ADVISOR_CONTEXT }, knowledge);
  const all = [talker, ...others];
  const { verdict, lines, headroomBytes } = drawLedger(board, os, all, knowledge, release);
  if (verdict !== "fits") return undefined;
  const { decodeTokensPerSecond, evidence } = speedOf(entry, place, knowledge);
  if (!decodeTokensPerSecond || !evidence) return undefined;
  const own = lines.filter(({ workload }) => workload === 0);
  const ollamaName = ollamaNameOf(entry.value);
  return {
    id: entry.id,
    name: entry.value.name,
    quantization: talker.quantization.value.name,
    modelBytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
    headroomBytes,
    decodeTokensPerSecond,
    evidence,
    ...(ollamaName && { ollamaName }),
    input: inputOf(place, all),
  };
}

function fastest(candidates: readonly Candidate[]): Candidate | null {
  const speed = (candidate: Candidate) => candidate.decodeTokensPerSecond.expected;
  return [...candidates].sort((a, b) => speed(b) - speed(a))[0] ?? null;
}

/** The models that fit a place, in the order of preference, and of those the ones that keep pace. */
function weigh(
  entries: readonly Entry<Model>[],
  place: Place,
  enough: TokensPerSecond,
  knowledge: Knowledge,
) {
  const fitting = entries.flatMap((entry) => toCandidate(entry, place, knowledge) ?? []);
  const fluent = fitting.filter((candidate) => candidate.decodeTokensPerSecond.expected >= enough);
  return { fitting, best: fluent[0] ?? null, runnerUp: fluent[1] ?? null };
}

/**
 * The largest model on record that takes tools, fits the board beside `workloads` with the advisor's context, and
 * stays as fast as people read; computed by the same functions as every other answer. Unknown names throw.
 */
export function recommendModel(
  device: string,
  workloads: readonly WorkloadInput[],
  knowledge: Knowledge,
  { powerMode, os = "desktop", l4t, runtime = "ollama" }: BoardSetting = {},
): Recommendation {
  const board = toBoard(device, powerMode, knowledge);
  const others = workloads.map((workload) => toPlaced(workload, knowledge));
  const place: Place = { board, others, os, runtime, release: toRelease(l4t, board, knowledge) };
  const entries = talkers(knowledge);
  const enough = knowledge.assumption("interactive-speed").value;
  const { fitting, best, runnerUp } = weigh(entries, place, enough, knowledge);
  const highest = toBoard(device, undefined, knowledge);
  const inHighest = { ...place, board: highest };
  return {
    device: board.id ?? board.name,
    deviceName: board.name,
    powerMode: board.mode?.name ?? null,
    runtime,
    contextTokens: ADVISOR_CONTEXT,
    beside: others.map(({ subject }) => subject.name),
    besideVerdict: others.length > 0 ? drawLedger(board, os, others, knowledge).verdict : null,
    best,
    runnerUp,
    tooSlow: best ? null : fastest(fitting),
    atHighestMode:
      highest.mode && !isHighestMode(board)
        ? { powerMode: highest.mode.name, best: weigh(entries, inHighest, enough, knowledge).best }
        : null,
    enoughTokensPerSecond: enough,
    tried: entries.length,
  };
}
