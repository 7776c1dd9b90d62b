import { describe, expect, it } from "vitest";
import { answerBlocks } from "../../../../evals/report/html/answer-blocks.ts";

/** The blocks with the text that their places stand for. */
const blocksOf = (text: string) =>
  answerBlocks(text).map((block) =>
    block.kind === "table"
      ? [block.kind, ...block.rows.map((row) => row.map(({ start, end }) => text.slice(start, end).trim()))]
      : [block.kind, ...block.lines.map(({ start, end }) => text.slice(start, end))],
  );

describe("answerBlocks()", () => {
  it("tells headings, lists and paragraphs apart and drops their marks", () => {
    expect(blocksOf("It fits.\nWell.\n\n### Memory\n\n- one\n- two\n\nEnd")).toEqual([
      ["paragraph", "It fits.", "Well."],
      ["heading", "Memory"],
      ["list", "one", "two"],
      ["paragraph", "End"],
    ]);
  });

  it("keeps the number of an item and the stars of what is bold", () => {
    expect(blocksOf("1. one\n**No**, it is 3.5 GB")).toEqual([
      ["list", "1. one"],
      ["paragraph", "**No**, it is 3.5 GB"],
    ]);
  });

  it("makes a table of rows and cells, without the rule under its head", () => {
    expect(blocksOf("| | NX |\n|---|---:|\n| weights | 4 GB |\n\n| x |")).toEqual([
      ["table", ["", "NX"], ["weights", "4 GB"]],
      ["table", ["x"]],
    ]);
  });

  it("has none for an empty answer", () => {
    expect(answerBlocks("")).toEqual([]);
    expect(answerBlocks(" \n\n")).toEqual([]);
  });
});
