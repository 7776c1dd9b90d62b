import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { isSmallTalk, purpose, replyTo, smallTalkReply } from "../../../server/built-in/small-talk.ts";
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
    "hello",
    "Hey there!",
    "Good morning",
    "Bonjour !",
    "こんにちは",
    "Who are you?",
    "hi, what can you do?",
    "Are you a real person or an AI?",
  ])("is true for: %s", (text) => expect(isSmallTalk(text)).toBe(true));

  it.each([
    "ok and on Thor?",
    "thanks, and how fast?",
    "no, the Nano",
    "hello, does Qwen3 8B fit on Thor?",
    "help me choose a board",
    "what are you running on Thor?",
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

describe("replyTo()", () => {
  it("says what this is to who greets or asks, and goes on with the question to who thanks", () => {
    expect(replyTo("Hello!")).toContain(purpose);
    expect(replyTo("who are you?")).toContain(purpose);
    expect(replyTo("thanks")).toBe(smallTalkReply);
  });

  it("looks nothing up for a greeting", () => {
    const planned = plan("Good morning", [], knowledge);
    expect(planned.calls).toEqual([]);
    expect(compose(planned, [], knowledge)).toContain(purpose);
  });
});
