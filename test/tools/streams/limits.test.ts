import { describe, expect, it } from "vitest";
import { detectorPace, streamLimits } from "../../../tools/streams/limits.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const asked = { os: "desktop", framesPerSecond: 30, inputPixels: undefined } as const;
const yolo = { model: "yolo11s", streams: 1 };

describe("streamLimits()", () => {
  it("counts decoder, detector and memory apart: 18 by the record, 4 at 7.55 ms", () => {
    const { streams } = streamLimits(board("orin-nx-16gb"), [place(yolo)], asked, knowledge);
    expect(streams).toMatchObject({ decoder: 18, detector: 4 });
    expect(streams.memory).toBeGreaterThan(18);
  });

  it("leaves open what no record speaks of", () => {
    const bare = streamLimits(board("jetson-tx2"), [place({ model: "camera-stream" })], asked, knowledge);
    expect(bare.streams).toMatchObject({ decoder: null, detector: null });
    expect(bare.pace).toBeNull();
  });

  it("holds fewer streams beside a language model", () => {
    const on = (...others: unknown[]) =>
      streamLimits(board("orin-nano-8gb"), [place(yolo), ...others.map(place)], asked, knowledge).streams
        .memory ?? 0;
    expect(on({ model: "llama-3.2-3b" })).toBeLessThan(on());
  });
});

describe("detectorPace()", () => {
  it("is a quarter at twice the input", () => {
    const at = (pixels: number | undefined) =>
      detectorPace(place(yolo), board("orin-nx-16gb"), pixels, knowledge)?.framesPerSecond ?? 0;
    expect(at(1280)).toBeCloseTo(at(undefined) / 4, 10);
  });

  it("has a range where it is computed, and none where it was measured", () => {
    const on = (device: string) => detectorPace(place(yolo), board(device), undefined, knowledge);
    expect(on("orin-nx-16gb")?.likely).toBeNull();
    const { likely, framesPerSecond = 0 } = on("thor-t5000") ?? {};
    expect(likely?.low).toBeLessThan(framesPerSecond);
    expect(likely?.high).toBeGreaterThan(framesPerSecond);
  });

  it("is unknown for what detects nothing", () => {
    expect(
      detectorPace(place({ model: "whisper-small" }), board("orin-nx-16gb"), undefined, knowledge),
    ).toBeNull();
  });
});
