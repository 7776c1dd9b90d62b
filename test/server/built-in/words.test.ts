import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blanked, overlaps, parseCount, wordsOf } from "../../../server/built-in/words.ts";

describe("wordsOf()", () => {
  it.each([
    { text: "", words: [] },
    { text: " ?! … ", words: ["…"] },
    { text: "Does it fit?", words: ["Does", "it", "fit"] },
    { text: "Llama 3.1 8B, please.", words: ["Llama", "3.1", "8B", "please"] },
    { text: 'Is "Q4_K_M" (GGUF) fine; yes: no', words: ["Is", "Q4_K_M", "GGUF", "fine", "yes", "no"] },
    { text: "Qwen2.5-VL-7B/YOLO11s", words: ["Qwen2.5-VL-7B/YOLO11s"] },
    {
      text: "NVFP4+MTP on a Pi with AI HAT+",
      words: ["NVFP4", "MTP", "on", "a", "Pi", "with", "AI", "HAT+"],
    },
    { text: "two\tlines\nhere", words: ["two", "lines", "here"] },
  ])("gives $words for $text", ({ text, words }) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(words);
  });

  it("places each word in the text it came from, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const word of wordsOf(text)) {
          expect(word.text).not.toBe("");
          expect(text.slice(word.start, word.end)).toBe(word.text);
        }
      }),
    );
  });
});

describe("parseCount()", () => {
  it.each([
    { text: "0", count: 0 },
    { text: "7", count: 7 },
    { text: "2,000", count: 2000 },
    { text: "1,234,567", count: 1_234_567 },
    { text: "2.5", count: 2.5 },
    { text: "32k", count: 32_000 },
    { text: "1.5 K", count: 1500 },
    { text: "1M", count: 1_000_000 },
    { text: "2 million", count: 2_000_000 },
    { text: "1e9", count: 1e9 },
    { text: " 12 ", count: 12 },
    { text: "a", count: 1 },
    { text: "an", count: 1 },
    { text: "Two", count: 2 },
    { text: "dozen", count: 12 },
  ])("reads $text as $count", ({ text, count }) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each(["", "k", "2,00", "1,2345", "12G", "-3", "1e", "thirteen", "four cameras"])(
    "reads no count in %j",
    (text) => {
      expect(parseCount(text)).toBeUndefined();
    },
  );

  it("reads every whole number as people write it, with and without commas", () => {
    fc.assert(
      fc.property(fc.nat(1e9), (count) => {
        expect(parseCount(String(count))).toBe(count);
        expect(parseCount(count.toLocaleString("en-US"))).toBe(count);
      }),
    );
  });
});

describe("overlaps()", () => {
  it.each([
    { a: [0, 2], b: [2, 4], shared: false },
    { a: [0, 3], b: [2, 4], shared: true },
    { a: [0, 9], b: [2, 4], shared: true },
    { a: [5, 6], b: [2, 4], shared: false },
    { a: [3, 4], b: [2, 4], shared: true },
  ])(
    "is $shared for $a and $b, either way round",
    ({ a: [from = 0, to = 0], b: [start = 0, end = 0], shared }) => {
      expect(overlaps({ start: from, end: to }, { start, end })).toBe(shared);
      expect(overlaps({ start, end }, { start: from, end: to })).toBe(shared);
    },
  );
});

describe("blanked()", () => {
  it("takes stretches out of a text and leaves all others in their places", () => {
    expect(blanked("one two three", [{ start: 4, end: 7 }])).toBe("one     three");
    expect(blanked("one two", [])).toBe("one two");
  });
});
