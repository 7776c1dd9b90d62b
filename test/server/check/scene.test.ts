import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScene, segmentAt, within } from "../../../server/check/scene.ts";
import { names } from "../../fixtures/check-evidence.ts";

describe("readScene()", () => {
  it("sets names aside and keeps what only looks like one", () => {
    const read = (text: string) => readScene(text, names).numbers.map((number) => number.text);
    expect(read("Qwen2.5-VL-7B in Q4_K_M on Orin NX 16GB, JetPack 6.2, sm_87, 1080p, INT4")).toEqual([]);
    expect(read("16GB alone, 7.6tok/s, Q4 takes 4.9GB, 16GB of memory, needs 9.2GB")).toEqual([
      "16GB",
      "7.6tok/s",
      "4.9GB",
      "16GB",
      "9.2GB",
    ]);
  });

  it("ties numbers of one unit in one sentence together", () => {
    const [first, second] = readScene("4 GB, 3 W and 5 GB", names).numbers.filter(({ unit }) => unit === "B");
    expect(first?.next).toBe(second);
    expect(second?.previous).toBe(first);
  });

  it("takes no word inside a model's name for one of an amount", () => {
    const cues = (text: string) =>
      readScene(text, names).cues.map(({ start, end }) => text.slice(start, end));
    expect(cues("Phi-3.5-vision-instruct needs 8.45 GB")).toEqual(["needs"]);
    expect(cues("| vision tower (Phi-3.5-vision-instruct) | 975 MB |")).toEqual(["vision tower"]);
  });

  it("leaves the boards in a source's title aside", () => {
    const { mentions } = readScene("154 tok/s – Introducing Orin NX 16GB", names, [
      "Introducing Orin NX 16GB",
    ]);
    expect(mentions).toEqual([]);
  });

  it.each([
    "1",
    "1,",
    "4-",
    "$1 ",
    "Orin ",
    "| 1 ",
    "**",
    "does not ",
    "JetPack 6.2, ",
    "1. ",
    "5 % of ",
    "需要四",
    "[a#b",
    "- ",
  ])("reads 50 KB of %j in a moment, since no pattern of it looks back or ahead without end", (noise) => {
    const text = noise.repeat(Math.ceil(50_000 / noise.length));
    readScene(text.slice(0, 1000), names);
    const started = performance.now();
    readScene(text, names);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("reads any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        (text) => readScene(text, names).text === text,
      ),
    );
  });
});

describe("within()", () => {
  it("gives what lies in a stretch", () => {
    const items = [
      { start: 0, end: 2 },
      { start: 3, end: 5 },
      { start: 6, end: 9 },
    ];
    expect(within(items, { start: 2, end: 8 })).toEqual([{ start: 3, end: 5 }]);
  });
});

describe("segmentAt()", () => {
  it("gives the sentence that holds a place", () => {
    const { segments } = readScene("It fits. It runs.", names);
    expect(segmentAt(segments, 10)?.start).toBe(8);
    expect(segmentAt(segments, 99)).toBeUndefined();
  });
});
