import { describe, expect, it } from "vitest";
import { evidenceOf, stringsOf, withCitations } from "../../../server/check/evidence.ts";
import { namesOf } from "../../../server/check/names.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("stringsOf()", () => {
  it.each([
    { value: "one line", strings: ["one line"] },
    { value: "# Head\n\n- first\n- second  ", strings: ["# Head", "first", "second"] },
    { value: { a: "abc", b: { c: ["def", { d: "ghi" }] } }, strings: ["abc", "def", "ghi"] },
    { value: ["4 W", "W", "", "  "], strings: ["4 W"] },
    { value: { key: 7, flag: true, nothing: null, missing: undefined }, strings: [] },
    { value: 4.66e9, strings: [] },
    { value: null, strings: [] },
    { value: [], strings: [] },
  ])("of $value are $strings", ({ value, strings }) => {
    expect(stringsOf(value)).toEqual(strings);
  });

  it("never takes the name of a field for a tool's words", () => {
    expect(stringsOf({ "99 GB": "text" })).toEqual(["text"]);
  });
});

describe("withCitations()", () => {
  it("says which passage a number stands for, and leaves the evidence as it is", () => {
    const passage = { id: "guide#memory", text: "It holds 16 GB.", document: "guide" };
    const output = { facts: [], sources: [], passages: [passage] };
    const evidence = evidenceOf(
      "What does it hold?",
      [{ name: "search-documents", input: {}, output }],
      namesOf(knowledge),
    );
    const cited = withCitations(evidence, [
      {
        id: "1",
        passage: "guide#memory",
        title: "Guide",
        source: "guide",
        heading: "",
        text: "[1]",
        start: 0,
        end: 3,
      },
    ]);
    expect(cited.index.passage("1")).toEqual(passage);
    expect(cited.index.passage("guide#memory")).toEqual(passage);
    expect(cited.index.passage("2")).toBeUndefined();
    expect(evidence.index.passage("1")).toBeUndefined();
  });
});
