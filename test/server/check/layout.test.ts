import { describe, expect, it } from "vitest";
import { segmentsOf } from "../../../server/check/layout.ts";

const read = (text: string) =>
  segmentsOf(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).trim()}`);

describe("segmentsOf()", () => {
  it("parts sentences, but neither numbers nor abbreviations", () => {
    expect(read("It needs 4.9 GB, i.e. little. It fits! 放得下。好")).toEqual([
      "sentence: It needs 4.9 GB, i.e. little.",
      "sentence: It fits!",
      "sentence: 放得下。",
      "sentence: 好",
    ]);
  });

  it("keeps a citation behind a full stop with its sentence", () => {
    expect(read("It fits. [a#b] It runs.")).toEqual(["sentence: It fits. [a#b]", "sentence: It runs."]);
  });

  it("knows headings, code and the cells of tables with row and column", () => {
    const text = "## Memory\n\n| | NX |\n|---|---|\n| room | 4 GB |\n\n```\nrun -c 4\n```";
    expect(read(text)).toEqual([
      "heading: ## Memory",
      "cell: ",
      "cell: NX",
      "cell: room",
      "cell: 4 GB",
      "code: run -c 4",
    ]);
    const cell = segmentsOf(text).find(({ start, end }) => text.slice(start, end).includes("4 GB"));
    expect(cell?.labels.map(({ start, end }) => text.slice(start, end).trim())).toEqual(["room", "NX"]);
  });

  it("leads from an item to the line before its list and to the item above it", () => {
    const text = "On the NX:\n\n- memory\n  - room: 4 GB";
    const item = segmentsOf(text).at(-1);
    expect(item?.parents.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      "- memory",
      "On the NX:",
    ]);
  });

  it("cuts what nobody would call a sentence", () => {
    expect(segmentsOf("a ".repeat(5000)).every(({ start, end }) => end - start <= 1000)).toBe(true);
  });
});
