import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Bytes, Milliseconds } from "../../knowledge/units.ts";
import {
  bufferedStreams,
  decodedStreams,
  framesOf,
  inferredStreams,
  resizedFrameTime,
} from "../formulas/stream-limits.ts";
import { drawLedger, type OperatingSystem } from "../memory/ledger.ts";
import type { Board } from "../placement/board.ts";
import type { Placed } from "../placement/workload.ts";
import { frameTime } from "../throughput/frame-time.ts";

/** What can end a number of streams, in the order in which it is asked after. */
export const resources = ["decoder", "detector", "memory"] as const;
export type Resource = (typeof resources)[number];

/** Frames a second of the detector alone; the ends of what is likely where the time of a frame is computed. */
export type DetectorPace = {
  latency: Milliseconds;
  measuredBy: string | null;
  framesPerSecond: number;
  likely: { low: number; high: number } | null;
};

/** The most streams that each resource takes; null where no figure says. */
export type StreamLimits = {
  streams: Record<Resource, number | null>;
  pace: DetectorPace | null;
  bytesPerStream: Bytes | null;
  headroomWithOneBytes: Bytes;
};

/** The rate for which decoders state their streams. */
export const statedRate = 30;

/** How fast the detector is on the board, at the input asked for; null where neither a run nor its operations say. */
export function detectorPace(
  placed: Placed,
  board: Board,
  inputPixels: number | undefined,
  knowledge: Knowledge,
): DetectorPace | null {
  const { record } = placed.subject;
  if (record.kind !== "detector") return null;
  const time = frameTime(placed, record, board, knowledge);
  if (!time) return null;
  const trained = record.inputPixels;
  const latency =
    trained && inputPixels ? resizedFrameTime(time.latency, trained, inputPixels) : time.latency;
  const framesPerSecond = framesOf(latency);
  const { value, range } = knowledge.assumption("detector-efficiency");
  const likely =
    time.measuredBy === null && range
      ? { low: (framesPerSecond * range[0]) / value, high: (framesPerSecond * range[1]) / value }
      : null;
  return { latency, measuredBy: time.measuredBy, framesPerSecond, likely };
}

type Asked = { os: OperatingSystem; framesPerSecond: number; inputPixels: number | undefined };

/** How many streams decoder, detector and memory take; `streaming` is the first workload, with one stream. */
export function streamLimits(
  board: Board,
  [streaming, ...others]: readonly [Placed, ...Placed[]],
  { os, framesPerSecond, inputPixels }: Asked,
  knowledge: Knowledge,
): StreamLimits {
  const ceiling = board.record.decodeStreams1080p30;
  const pace = detectorPace(streaming, board, inputPixels, knowledge);
  const { lines, headroomBytes, bytesAvailable } = drawLedger(board, os, [streaming, ...others], knowledge);
  const bytesPerStream = lines.find(({ workload, part }) => workload === 0 && part === "streams")?.bytes;
  return {
    streams: {
      decoder: ceiling === undefined ? null : decodedStreams(ceiling, statedRate, framesPerSecond),
      detector: pace && inferredStreams(pace.latency, framesPerSecond),
      memory: bytesPerStream && bytesAvailable > 0 ? bufferedStreams(headroomBytes, bytesPerStream) : null,
    },
    pace,
    bytesPerStream: bytesPerStream ?? null,
    headroomWithOneBytes: headroomBytes,
  };
}
