import { describe, expect, it } from "vitest";
import { toMarkdown } from "../../../web/chat/answer-markdown.ts";
import { isCheckedAnswer } from "../../../web/chat/checked-answer.ts";
import { passage } from "../answer-stream.ts";
import { checkedAnswer } from "../checked-stream.ts";

const one = {
  id: passage.id,
  number: 1,
  heading: passage.heading,
  source: "Notes on Thor",
  text: passage.text,
};
const two = {
  ...one,
  id: "thor-notes#price",
  number: 2,
  heading: "Thor › Price",
  text: "It has one.\n\nOr two.",
};
const passages = new Map([one, two].flatMap((each) => [[each.id, each] as const, [`${each.number}`, each]]));
const footnoteOne = "[^1]: Notes on Thor, Thor › Cold start\n\n    > - The first runs are slower.";
const footnoteTwo = "[^2]: Notes on Thor, Thor › Price\n\n    > It has one.\n    > Or two.";

describe("toMarkdown()", () => {
  it("makes footnotes of citations, each once and in the order of their numbers", () => {
    const text = "It has [2] a price [2; thor-notes#cold-start].";
    expect(toMarkdown({ text, passages, answer: undefined })).toBe(
      `It has [^2] a price [^2][^1].\n\n${footnoteOne}\n\n${footnoteTwo}\n`,
    );
  });

  it.each(["[made-up#id]", "a[3]", "`a[1]`", "```\na[1]\n```", "[1](https://example.com)", "[1, 3]"])(
    "leaves %j, which is no citation",
    (text) => {
      expect(toMarkdown({ text, passages, answer: undefined })).toBe(`${text}\n`);
    },
  );

  it("says who wrote it and what is not verified, which a copy would not show", () => {
    const answer = isCheckedAnswer(checkedAnswer) ? checkedAnswer : undefined;
    expect(toMarkdown({ text: "It fits.", passages, answer })).toBe(
      "It fits.\n\n*Jetson Advisor, scripted-model. Not verified: 99 tok/s.*\n",
    );
  });
});
