import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { recordAssumptions } from "./assumptions.ts";
import { assumedLines } from "./digest/assumed-lines.ts";
import { digestLines } from "./digest/digest-lines.ts";
import { framesForEach } from "./formulas/stream-limits.ts";
import { fields, offeredTenants } from "./offered/fields.ts";
import { type Board, toBoard } from "./placement/board.ts";
import { type Blocker, findBlockers } from "./placement/compatibility.ts";
import { Reference } from "./placement/subject.ts";
import { type Placed, toPlaced, WorkloadInput } from "./placement/workload.ts";
import { streamLevers } from "./streams/levers.ts";
import { type Resource, resources, type StreamLimits, streamLimits } from "./streams/limits.ts";
import { roundFrames, streamFacts } from "./streams/stream-facts.ts";
import { defineTool, type ToolResult } from "./tool.ts";

const positive = z.number().positive();

/** Cameras into one detector on a board; without a detector they are only decoded. */
export const StreamCapacityInput = z.strictObject({
  device: Reference.describe("board, for example orin-nano-8gb"),
  powerMode: z.string().max(200).optional().describe("nvpmodel name such as MAXN or 15W"),
  os: z.enum(["headless", "desktop"]).optional(),
  model: Reference.optional().describe("detector, for example yolov8s; none where streams are only decoded"),
  quantization: WorkloadInput.shape.quantization,
  inputPixels: z.int().positive().max(8192).optional().describe("side of the detector's input"),
  streams: WorkloadInput.shape.streams.describe("cameras wanted"),
  framesPerSecond: positive.max(1000).optional().describe("frames a second of each camera"),
  others: z.array(WorkloadInput).max(32).optional().describe("what else takes memory on the board"),
});
export type StreamCapacityInput = z.infer<typeof StreamCapacityInput>;

/** How many streams a board takes, which resource ends them, and what each stream gets. Null where no figure says. */
export type StreamCapacity = ToolResult & {
  names: { device: string; powerMode: string | null; detector: string | null; quantization: string | null };
  limits: StreamLimits;
  /** The least of decoder, detector and memory, as far as they are known. */
  streams: number | null;
  binding: Resource | null;
  framesPerSecond: number;
  /** What each of the streams asked for gets, or of all that the decoder takes. */
  each: { streams: number; framesPerSecond: number; isAsked: boolean } | null;
  /** Resources that no figure on record speaks of. */
  missing: Resource[];
  levers: string[];
  blockers: Blocker[];
  resolved: StreamCapacityInput;
  assumptions: string[];
};

/** Stands for cameras that nothing but the decoder looks at. */
const bareStream = "camera-stream";

function bindingOf({ streams }: StreamLimits): Resource | null {
  const known = resources.filter((resource) => streams[resource] !== null);
  const [first = null] = known.sort((a, b) => (streams[a] ?? 0) - (streams[b] ?? 0));
  return first;
}

function eachOf(
  { pace, streams }: StreamLimits,
  asked: number | undefined,
  rate: number,
): StreamCapacity["each"] {
  const reckoned = asked ?? streams.decoder;
  if (!pace || !reckoned) return null;
  const framesPerSecond = framesForEach(pace.framesPerSecond, reckoned, rate);
  return { streams: reckoned, framesPerSecond, isAsked: asked !== undefined };
}

function assumptionsOf(
  input: StreamCapacityInput,
  board: Board,
  [streaming, ...others]: readonly [Placed, ...Placed[]],
  { pace }: StreamLimits,
  rate: number,
): string[] {
  const { name } = streaming.subject;
  const isLanguage = others.some(({ language }) => language !== null);
  const own = streaming.assumptions.filter((text) => !text.endsWith("one camera stream"));
  return [
    ...board.assumptions,
    ...own,
    ...others.flatMap(({ assumptions }) => assumptions),
    ...(input.framesPerSecond === undefined ? [`streams: ${rate} frames a second, each of 1080p`] : []),
    ...(pace
      ? [
          `${name}: its engine alone, one frame at a time; decoding, scaling, tracking and drawing take time too, and batches save some`,
        ]
      : []),
    ...(isLanguage
      ? ["streams: the models beside take memory; while they generate, the detector gets less"]
      : []),
  ];
}

function run(input: StreamCapacityInput, everything: Knowledge): StreamCapacity {
  const { knowledge, sources: assumed } = recordAssumptions(everything);
  const { device, powerMode, os = "desktop", quantization, inputPixels, others = [] } = input;
  const board = toBoard(device, powerMode, knowledge);
  const model = input.model ?? bareStream;
  const streaming = toPlaced({ model, streams: 1, ...(quantization && { quantization }) }, knowledge);
  const placed: [Placed, ...Placed[]] = [streaming, ...others.map((other) => toPlaced(other, knowledge))];
  const rate = input.framesPerSecond ?? knowledge.assumption("detector-frames-per-second").value;
  const limits = streamLimits(board, placed, { os, framesPerSecond: rate, inputPixels }, knowledge);
  const binding = bindingOf(limits);
  const each = eachOf(limits, input.streams, rate);
  const hasDetector = input.model !== undefined;
  const missing = resources.filter(
    (resource) => limits.streams[resource] === null && (hasDetector || resource !== "detector"),
  );
  const shown = { board, streaming, limits, binding, framesPerSecond: rate, each };
  return {
    names: {
      device: board.name,
      powerMode: board.mode?.name ?? null,
      detector: hasDetector ? streaming.subject.name : null,
      quantization: hasDetector ? streaming.quantization.value.name : null,
    },
    limits,
    streams: binding && limits.streams[binding],
    binding,
    framesPerSecond: rate,
    each,
    missing,
    levers: streamLevers(binding),
    blockers: findBlockers(board, streaming),
    resolved: {
      ...input,
      device: board.reference,
      ...(board.mode && { powerMode: board.mode.name }),
      os,
      ...(hasDetector && { model: streaming.resolved.model, quantization: streaming.quantization.id }),
      framesPerSecond: rate,
    },
    assumptions: assumptionsOf(input, board, placed, limits, rate),
    ...streamFacts({ ...shown, assumed: assumed() }, knowledge),
  };
}

function digest({
  names,
  streams,
  binding,
  limits,
  each,
  framesPerSecond,
  assumptions,
}: StreamCapacity): string {
  const taken = resources.flatMap((resource) => {
    const most = limits.streams[resource];
    return most === null ? [`${resource}: no figure on record`] : [`${resource}: ${most} streams`];
  });
  return digestLines([
    `${names.device}${names.detector ? ` with ${names.detector}` : ""}: ${streams ?? "unknown"} streams at ${framesPerSecond} frames/s${binding ? `, ended by the ${binding}` : ""}`,
    ...taken,
    ...(each ? [`${each.streams} streams get ${roundFrames(each.framesPerSecond)} frames/s each`] : []),
    ...assumedLines(assumptions),
  ]);
}

const { device, powerMode, model, quantization, streams, os } = fields;

/** How many cameras does a board take, and what ends them? */
export const streamCapacity = defineTool({
  name: "stream-capacity",
  description:
    "How many camera streams a detector takes on a Jetson board: the least of video decoder, detector and memory, and frames a second for each.",
  input: StreamCapacityInput,
  example: { device: "orin-nano-8gb", model: "yolov8s", streams: 5 },
  offered: z.strictObject({
    ...{ device, powerMode, quantization, streams, os },
    model: model.optional(),
    others: offeredTenants.optional(),
  }),
  run,
  digest,
});
