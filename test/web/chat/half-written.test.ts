import { describe, expect, it } from "vitest";
import { closeMarkdown } from "../../../web/chat/half-written.ts";
import { checkedText } from "../checked-stream.ts";

/** Whole texts, which have to be shown as they are. */
const whole = [
  "It **fits**: 4.94 GB stay free.",
  "about 20~25 tok/s, then 30~35 tok/s",
  "- > 25 W is too much\n- a < b and 5 * 3",
  "| board | free |\n|---|---:|\n| Orin NX | 4.94 GB |",
  "```\nfree 4.94 GB\n```\n\ndone",
  "[site](https://example.com/page) and [1] and $5, snake_case",
  checkedText,
];

describe("closeMarkdown()", () => {
  it.each(whole)("leaves the whole text %j as it is", (text) => {
    expect(closeMarkdown(`${text}\n`)).toBe(`${text}\n`);
  });

  it.each([
    ["It is **ti", "It is **ti**"],
    ["It is **", "It is"],
    ["run `nvpmo", "run `nvpmo`"],
    ["as it says [thor-notes#cold", "as it says"],
    ["see [the page](https://exam", "see the page"],
    ["an ![ima", "an"],
    ["R&am", "R"],
    ["a list:\n-", "a list:"],
    ["Where it goes\n--", "Where it goes"],
    ["two\n\n##", "two\n"],
    ["so:\n\n| board | fr", "so:\n"],
    ["so:\n\n| board | free |\n|---|--", "so:\n"],
    ["so:\n\n| board | free |\n|---|---|\n| Orin", "so:\n\n| board | free |\n|---|---|\n| Orin"],
  ])("shows of %j: %j", (text, shown) => {
    expect(closeMarkdown(text)).toBe(shown);
  });

  it("never shows the marks of an emphasis that is being written", () => {
    const text = "Yes, it **fits** with *much* room and `code`, says [1].";
    for (let length = 1; length <= text.length; length += 1)
      expect(
        closeMarkdown(text.slice(0, length)).replaceAll(/\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`/g, ""),
      ).not.toMatch(/[*`]|\[(?!1\])/);
  });
});
