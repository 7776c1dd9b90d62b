import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { isSmallTalk, smallTalkReply } from "../../../server/built-in/small-talk.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("isSmallTalk()", () => {
  it.each([
    "thanks",
    "Thanks a lot!",
    "thank you very much",
    "ok",
    "OK, great, thanks",
    "got it",
    "no",
    "bye 👍",
  ])("is true for: %s", (text) => expect(isSmallTalk(text)).toBe(true));

  it.each([
    "ok and on Thor?",
    "thanks, and how fast?",
    "no, the Nano",
    "hello",
    "",
    "cool board?",
    "good for 7B?",
  ])("is false for: %s", (text) => expect(isSmallTalk(text)).toBe(false));
});

describe("smallTalkReply", () => {
  it.each(["thanks", "ok"])("is the answer to %s, and nothing is run again", (text) => {
    const planned = plan(text, said("Does Llama 3.1 8B fit on an Orin NX 16GB?"), knowledge);
    expect(planned.calls).toEqual([]);
    expect(compose(planned, [], knowledge)).toBe(smallTalkReply);
  });
});
