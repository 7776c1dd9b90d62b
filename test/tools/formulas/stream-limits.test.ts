import { describe, expect, it } from "vitest";
import {
  bufferedStreams,
  decodedStreams,
  framesForEach,
  framesOf,
  inferredStreams,
  resizedFrameTime,
} from "../../../tools/formulas/stream-limits.ts";

describe("decodedStreams()", () => {
  it.each([
    { rate: 30, streams: 11 },
    { rate: 60, streams: 5 },
    { rate: 15, streams: 22 },
  ])("takes $streams of 11 streams at $rate frames a second", ({ rate, streams }) => {
    expect(decodedStreams(11, 30, rate)).toBe(streams);
  });
});

describe("resizedFrameTime()", () => {
  it("is four times as long for twice the side", () => expect(resizedFrameTime(10, 640, 1280)).toBe(40));
});

describe("framesOf()", () => {
  it("is 100 a second at 10 ms", () => expect(framesOf(10)).toBe(100));
});

describe("inferredStreams()", () => {
  it.each([
    { latency: 8, streams: 4 },
    { latency: 1000 / 120 + 0.01, streams: 3 },
    { latency: 40, streams: 0 },
  ])("sees $streams streams of 30 in full at $latency ms", ({ latency, streams }) => {
    expect(inferredStreams(latency, 30)).toBe(streams);
  });
});

describe("bufferedStreams()", () => {
  it.each([
    { left: 0, streams: 1 },
    { left: 99, streams: 1 },
    { left: 100, streams: 2 },
    { left: -1, streams: 0 },
    { left: -500, streams: 0 },
  ])("holds $streams with $left bytes left beside one of 100", ({ left, streams }) => {
    expect(bufferedStreams(left, 100)).toBe(streams);
  });
});

describe("framesForEach()", () => {
  it.each([
    { streams: 4, each: 25 },
    { streams: 2, each: 30 },
  ])("gives $streams streams $each of 100 frames", ({ streams, each }) => {
    expect(framesForEach(100, streams, 30)).toBe(each);
  });
});
