import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Confidence } from "../knowledge/schema.ts";
import { Circumstance, Symptom } from "../knowledge/trouble-schema.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { createFactBook, type FactBook } from "./facts.ts";
import { type Board, toBoard } from "./placement/board.ts";
import { toRelease } from "./placement/release.ts";
import { Reference } from "./placement/subject.ts";
import { defineTool, type ToolResult } from "./tool.ts";
import { linuxMajor } from "./trouble/linux-major.ts";
import { rankCauses } from "./trouble/rank-causes.ts";

const shown = { usual: 4, most: 12, digest: 3 } as const;

const TroubleshootInput = z.strictObject({
  symptoms: z.array(Symptom).min(1).max(6).describe("what goes wrong, the gravest first"),
  device: Reference.optional(),
  model: z.string().max(200).optional().describe("a model or detector by id or name"),
  runtime: z.string().max(200).optional(),
  release: z.string().max(100).optional().describe("JetPack or L4T, such as JetPack 6.2 or L4T 36.4.7"),
  circumstances: z.array(Circumstance).max(12).optional(),
  limit: z.int().min(1).max(shown.most).optional(),
});
export type TroubleshootInput = z.output<typeof TroubleshootInput>;

/** One thing that may be behind the trouble, how to see whether it is, and what to do then. */
export type Cause = {
  id: string;
  cause: string;
  check: string;
  fix: string;
  confidence: Confidence;
  source: string[];
};

/** Causes of the trouble, the likeliest first; empty where none on record explains it there. */
export type Troubleshooting = ToolResult & {
  causes: Cause[];
  resolved: TroubleshootInput;
  assumptions: string[];
};

/** What kind of model it is says something of what may go wrong. */
const byKind: Readonly<Record<string, Circumstance>> = { vlm: "vision", vla: "robot-policy" };

function circumstancesOf(input: TroubleshootInput, knowledge: Knowledge): Circumstance[] {
  const kind = input.model === undefined ? undefined : knowledge.models.find(input.model)?.entry.value.kind;
  const implied = kind === undefined ? undefined : byKind[kind];
  return [...new Set([...(input.circumstances ?? []), ...(implied ? [implied] : [])])];
}

/** Whether the release is known to refuse big allocations; open where its number is not on record or in doubt. */
function refuses(release: string | undefined, board: Board | undefined, knowledge: Knowledge) {
  const isKnown = release !== undefined && knowledge.releases.find(release) !== undefined;
  return isKnown && board
    ? toRelease(release, board, knowledge).release?.value.refusesBigAllocations
    : undefined;
}

/** The causes of one report alone, the likeliest first. */
export function findCauses(input: TroubleshootInput, knowledge: Knowledge): Cause[] {
  const board = input.device === undefined ? undefined : toBoard(input.device, undefined, knowledge);
  const runtime = input.runtime === undefined ? undefined : knowledge.runtimes.get(input.runtime).entry.id;
  const ranked = rankCauses(knowledge.troubles, {
    symptoms: input.symptoms,
    circumstances: circumstancesOf(input, knowledge),
    runtime,
    boardClass: board?.record.class,
    computeCapability: board?.record.gpu.computeCapability,
    linuxMajor: input.release === undefined ? undefined : linuxMajor(input.release),
    refusesBigAllocations: refuses(input.release, board, knowledge),
  });
  return ranked
    .slice(0, input.limit ?? shown.usual)
    .map(({ id, value: { cause, check, fix, confidence, source } }) => ({
      id,
      cause,
      check,
      fix,
      confidence,
      source,
    }));
}

/** What the board has in all: no cure gives more than that. */
function addMemory(book: FactBook, { record, provenance }: Board): void {
  const source = provenance.memTotal?.source ?? record.source?.[0];
  if (record.memTotal !== undefined && source)
    book.cited("available", { label: "usable memory (MemTotal)", value: record.memTotal, unit: "B" }, source);
}

/** Likely causes of trouble on a board, each with its check and what to do, from what others reported. */
export const troubleshoot = defineTool({
  name: "troubleshoot",
  description:
    "Likely causes when something on a board is slow, is killed, does not start or does not use the GPU, each with its check and fix.",
  input: TroubleshootInput,
  example: { symptoms: ["runs-on-cpu"], device: "agx-orin-64gb", runtime: "ollama" },
  offered: z.strictObject({
    symptoms: z.array(Symptom),
    device: z.string().optional(),
    runtime: z.string().optional(),
    release: z.string().optional(),
  }),
  run(input, knowledge): Troubleshooting {
    const board = input.device === undefined ? undefined : toBoard(input.device, undefined, knowledge);
    const runtime = input.runtime === undefined ? undefined : knowledge.runtimes.get(input.runtime).entry.id;
    const causes = findCauses(input, knowledge);
    const book = createFactBook(board?.name ?? "", knowledge);
    for (const { source } of causes) book.cite(source);
    if (board) addMemory(book, board);
    return {
      causes,
      resolved: {
        ...input,
        ...(board?.id && { device: board.id }),
        ...(runtime !== undefined && { runtime }),
      },
      assumptions: [],
      facts: book.facts,
      sources: book.sources(),
    };
  },
  digest: ({ causes }) =>
    digestLines(
      causes.length === 0
        ? ["no cause on record explains this"]
        : causes
            .slice(0, shown.digest)
            .map(({ cause, check, fix }) => `${cause} check: ${check}. fix: ${fix}`),
    ),
});
