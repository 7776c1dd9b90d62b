import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markWords, toSnippet } from "../../../web/documents/snippet.ts";

/** The pieces as a text in which matches stand in brackets. */
const written = (pieces: readonly { text: string; isMatch: boolean }[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

describe("markWords()", () => {
  it.each([
    { text: "Thor starts cold.", query: "cold THOR", marked: "[Thor] starts [cold]." },
    { text: "in Q4_K_M on Orin", query: "q4_k_m", marked: "in [Q4]_[K]_[M] on Orin" },
    { text: "Die Größe zählt", query: "grosse zahlt", marked: "Die Größe [zählt]" },
    { text: "colder scold", query: "cold", marked: "colder scold" },
    { text: "the board is on", query: "is the board on?", marked: "the [board] is on" },
    { text: "what it is", query: "what is it", marked: "[what] [it] [is]" },
    { text: "<img src=x onerror=y>", query: "img", marked: "<[img] src=x onerror=y>" },
    { text: "anything", query: "", marked: "anything" },
    { text: "", query: "cold", marked: "" },
  ])("makes of $text: $marked", ({ text, query, marked }) => {
    expect(written(markWords(text, query))).toBe(marked);
  });

  it("changes no character of a text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, query) => {
        expect(
          markWords(text, query)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

describe("toSnippet()", () => {
  const told = (text: string, query: string) => toSnippet(text, query).map(written);

  it("tells the two lines with the most of the words, in the order of the text", () => {
    const text = "- One **cold** line.\n- A line.\n- Thor starts `cold`.\n- Thor, a start, cold.";
    expect(told(text, "cold start Thor")).toEqual(["[Thor] starts [cold].", "[Thor], a [start], [cold]."]);
  });

  it("tells the first line where only the heading has the words", () => {
    expect(told("- First.\n- Second.", "cold")).toEqual(["First."]);
  });

  it("reads rows of a table as text, and leaves out its rule", () => {
    expect(told("| board | GB |\n|---|---:|\n| Thor | 128 |", "thor")).toEqual(["[Thor]  128"]);
  });

  it("cuts a long line around its first match, between words", () => {
    const [line = ""] = told(`- ${"before ".repeat(100)}cold ${"after ".repeat(100)}`, "cold");
    expect(line).toMatch(/^… before .*\[cold\].* after …$/);
    expect(line.length).toBeLessThan(260);
  });

  it("keeps the beginning of a long line whose match stands early", () => {
    const [line = ""] = told(`A cold ${"start ".repeat(100)}`, "cold");
    expect(line).toMatch(/^A \[cold\] .* start …$/);
  });

  it("never gives a line that is much longer than a glance, nor fails on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 2_000 }), fc.string(), (text, query) => {
        for (const pieces of toSnippet(text, query))
          expect(pieces.map((piece) => piece.text).join("").length).toBeLessThanOrEqual(244);
      }),
    );
  });
});
