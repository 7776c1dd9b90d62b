import { describe, expect, it } from "vitest";
import { streamCapacity } from "../../../tools/stream-capacity.ts";
import { roundFrames } from "../../../tools/streams/stream-facts.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("roundFrames()", () => {
  it.each([
    [7.36, 7.4],
    [136.9, 137],
  ])("says %d as %d", (frames, said) => expect(roundFrames(frames)).toBe(said));
});

describe("streamFacts()", () => {
  it("has every number of a result once, with its sources", async () => {
    const { facts, sources, streams } = await streamCapacity.run(
      { device: "orin-nx-16gb", model: "yolo11s", streams: 6 },
      knowledge,
    );
    const ids = facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(["decoder-streams", "detector-streams", "memory-streams", "frames-each"]),
    );
    expect(facts.find(({ id }) => id === "streams")?.value).toBe(streams);
    expect(sources.map(({ id }) => id)).toContain("ultralytics-jetson-guide");
  });
});
