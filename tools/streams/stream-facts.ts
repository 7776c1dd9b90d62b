import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createFactBook, type FactBook } from "../facts.ts";
import type { Board } from "../placement/board.ts";
import { recordSources } from "../placement/compatibility.ts";
import type { Placed } from "../placement/workload.ts";
import type { ToolResult } from "../tool.ts";
import type { Resource, StreamLimits } from "./limits.ts";

/** A number of frames a second as people say it. */
export function roundFrames(framesPerSecond: number): number {
  return Number(framesPerSecond.toFixed(framesPerSecond < 10 ? 1 : 0));
}

type Shown = {
  board: Board;
  streaming: Placed;
  limits: StreamLimits;
  binding: Resource | null;
  framesPerSecond: number;
  /** Streams asked for, or those of the decoder, and what each of them gets. */
  each: { streams: number; framesPerSecond: number; isAsked: boolean } | null;
  assumed: readonly string[];
};

function addDecoder(book: FactBook, { record, provenance, id }: Board, decoded: number | null): void {
  const ceiling = record.decodeStreams1080p30;
  if (ceiling === undefined || decoded === null) return;
  const source = provenance.decodeStreams1080p30?.source ?? record.source?.[0];
  const quantity = { label: "streams of 1080p30 that the decoder takes", value: ceiling, unit: "1" } as const;
  if (id !== null && source) book.cited("decoder-ceiling", quantity, source);
  else book.given("decoder-ceiling", quantity);
  const label = "streams that the decoder takes at this rate";
  book.computed("decoder-streams", { label, value: decoded, unit: "1" }, "ceiling × 30 ÷ frames a second", [
    "decoder-ceiling",
    "frame-rate",
  ]);
}

function addDetector(book: FactBook, { streaming, limits, board }: Shown): void {
  const { pace, streams } = limits;
  if (!pace || streams.detector === null) return;
  const about = `${streaming.subject.name} on ${board.name}`;
  const display = `${Number(pace.latency.toPrecision(3))} ms`;
  const latency = { label: "time of a frame", value: pace.latency, unit: "ms", display } as const;
  const formula = pace.measuredBy
    ? "measured time of a frame, by input size and share of the GPU"
    : "operations ÷ (peak × share reached), by input size and share of the GPU";
  book.computed("frame-time", latency, formula, [], about);
  const add = (id: string, label: string, value: number, made: string, from: string) =>
    book.computed(id, { label, value: roundFrames(value), unit: "1" }, made, [from], about);
  add("frames", "frames a second of the detector", pace.framesPerSecond, "1 ÷ time of a frame", "frame-time");
  if (pace.likely) {
    add("frames-low", "frames a second, low", pace.likely.low, "least share of the peak", "frames");
    add("frames-high", "frames a second, high", pace.likely.high, "largest share of the peak", "frames");
  }
  const label = "streams whose every frame the detector sees";
  add("detector-streams", label, streams.detector, "frames ÷ frames a second of a stream", "frames");
  if (pace.measuredBy) book.cite([pace.measuredBy]);
}

function addMemory(book: FactBook, { limits }: Shown): void {
  const { bytesPerStream, headroomWithOneBytes, streams } = limits;
  if (bytesPerStream === null || streams.memory === null) return;
  const buffers = { label: "buffers of a stream", value: bytesPerStream, unit: "B" } as const;
  book.computed("stream-buffers", buffers, "one stream of the record", []);
  const left = { label: "memory left beside one stream", value: headroomWithOneBytes, unit: "B" } as const;
  book.computed("left-with-one", left, "available − needed with one stream", []);
  const label = "streams that memory holds";
  const formula = "1 + memory left ÷ buffers of a stream";
  const inputs = ["left-with-one", "stream-buffers"];
  book.computed("memory-streams", { label, value: streams.memory, unit: "1" }, formula, inputs);
}

/** The facts and sources of a result. */
export function streamFacts(shown: Shown, knowledge: Knowledge): ToolResult {
  const { board, streaming, limits, binding, framesPerSecond, each, assumed } = shown;
  const book = createFactBook(board.name, knowledge);
  book.given("frame-rate", { label: "frames a second of a stream", value: framesPerSecond, unit: "1" });
  addDecoder(book, board, limits.streams.decoder);
  addDetector(book, shown);
  addMemory(book, shown);
  const least = binding && limits.streams[binding];
  if (least !== null)
    book.computed(
      "streams",
      { label: "streams of cameras that decoder, detector and memory all take", value: least, unit: "1" },
      "the least of them",
      [`${binding}-streams`],
      limits.pace ? `${streaming.subject.name} on ${board.name}` : undefined,
    );
  if (each) {
    const quantity = { label: "streams reckoned with", value: each.streams, unit: "1" } as const;
    if (each.isAsked) book.given("streams-reckoned", quantity);
    else book.computed("streams-reckoned", quantity, "all that the decoder takes", ["decoder-streams"]);
    const value = roundFrames(each.framesPerSecond);
    const label = "frames a second for each stream";
    const formula = "frames of the detector ÷ streams, at most the stream's own";
    book.computed("frames-each", { label, value, unit: "1" }, formula, ["frames", "streams-reckoned"]);
  }
  book.cite([...recordSources(board, [streaming]), ...assumed]);
  return { facts: book.facts, sources: book.sources() };
}
