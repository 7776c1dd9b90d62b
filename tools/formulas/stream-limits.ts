import type { Bytes, Milliseconds } from "../../knowledge/units.ts";

/** Streams that a decoder takes at another frame rate than the one its ceiling is stated for: it counts frames. */
export function decodedStreams(ceiling: number, statedRate: number, framesPerSecond: number): number {
  return Math.floor((ceiling * statedRate) / framesPerSecond);
}

/** Time of a frame of another size: a convolution does its work for each pixel, and sides are squared to pixels. */
export function resizedFrameTime(
  latency: Milliseconds,
  trainedPixels: number,
  inputPixels: number,
): Milliseconds {
  return latency * (inputPixels / trainedPixels) ** 2;
}

/** Frames a second of a detector that takes one after the other. */
export function framesOf(latency: Milliseconds): number {
  return 1000 / latency;
}

/** Streams whose every frame a detector sees. */
export function inferredStreams(latency: Milliseconds, framesPerSecond: number): number {
  return Math.floor(framesOf(latency) / framesPerSecond);
}

/** Streams whose buffers fit beside everything else, of which one is there already. */
export function bufferedStreams(headroomWithOne: Bytes, bytesPerStream: Bytes): number {
  return Math.max(0, 1 + Math.floor(headroomWithOne / bytesPerStream));
}

/** Frames a second that each of several streams gets of those there are, never more than it has. */
export function framesForEach(framesInAll: number, streams: number, framesPerSecond: number): number {
  return Math.min(framesPerSecond, framesInAll / streams);
}
