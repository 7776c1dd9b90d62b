import { describe, expect, it } from "vitest";
import { stringsOf } from "../../../server/check/evidence.ts";

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
