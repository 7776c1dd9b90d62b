import { describe, expect, it } from "vitest";
import {
  indexCounts,
  indexWords,
  isInHardwareName,
  isQuoted,
  isQuotedWord,
  stem,
} from "../../../server/check/tool-words.ts";

const sentence = "llama-server grew by about 245 MB a request to 7.15 GB in all on an Orin Nano.";
const index = indexWords([sentence, "4.4 GB"]);

function quoted(text: string, written: string) {
  const start = text.indexOf(written);
  return isQuoted(text.toLowerCase(), { start, end: start + written.length }, index);
}

describe("isQuoted()", () => {
  it("is true of a sentence that a tool wrote, whole or in a long stretch", () => {
    expect(quoted(`Note: ${sentence}`, "7.15 GB")).toBe(true);
    expect(quoted("It grew by about 245 MB a request to 7.15 GB in all on it", "245 MB")).toBe(true);
  });

  it.each([
    ["It takes 4.4 GB.", "4.4 GB"],
    ["It grew to 7.15 GB.", "7.15 GB"],
    [sentence.replace("245", "246"), "246 MB"],
    [sentence.replace("7.15 GB", "7.15 MB"), "7.15 MB"],
  ])("is false of: %s", (text, written) => {
    expect(quoted(text, written)).toBe(false);
  });
});

describe("isQuoted(), of a tool's reckoning,", () => {
  const reckonings = indexWords(["12.64 ÷ 41.5 = 0.305; claimed is 3.3."]);
  const isIn = (text: string, written: string) => {
    const start = text.indexOf(written);
    return isQuoted(text, { start, end: start + written.length }, reckonings);
  };

  it("is true of all its numbers, and of none where one is another", () => {
    const text = "(checked: 12.64 ÷ 41.5 = 0.305; claimed is 3.3.)";
    for (const written of ["12.64", "41.5", "0.305"]) expect(isIn(text, written)).toBe(true);
    expect(isIn(text.replace("0.305", "0.315"), "12.64")).toBe(false);
  });
});

describe("isInHardwareName()", () => {
  const lines = "rtx 3060 12gb\nvllm issue 10511, h100 80gb";

  it.each([
    ["on rtx 3060 12gb, q4_k_m", "12gb", true],
    ["on h100 80gb, bf16", "80gb", true],
    ["on rtx 3060 16gb, q4_k_m", "16gb", false],
    ["on rtx 4060 12gb, q4_k_m", "12gb", false],
    ["it needs 12gb", "12gb", false],
    ["on rtx 3060 12 gb/s", "12 gb/s", false],
  ])("of %s, %s is %s", (text, size, is) => {
    const start = text.indexOf(size);
    expect(isInHardwareName(text, { start, end: start + size.length }, lines)).toBe(is);
  });
});

describe("isQuotedWord()", () => {
  it("is true of a word in such a stretch", () => {
    const lower = sentence.toLowerCase();
    const at = lower.indexOf("request");
    const whole = { start: 0, end: lower.length };
    expect(isQuotedWord(lower, { start: at, end: at + 7 }, whole, index)).toBe(true);
    expect(isQuotedWord("it grew a request", { start: 10, end: 17 }, { start: 0, end: 17 }, index)).toBe(
      false,
    );
  });
});

describe("indexCounts()", () => {
  it("keeps numbers with the words beside them, and what calls were given", () => {
    const output = { facts: [], sources: [], ...{ resolved: { workloads: [{ contextTokens: 4096 }] } } };
    const counts = indexCounts(["interval from 76 left-out runs"], [{ output }]);
    expect(counts.get(76)).toEqual(new Set(["from", "left", "runs"]));
    expect(counts.get(4096)?.has(stem("tokens"))).toBe(true);
  });
});
