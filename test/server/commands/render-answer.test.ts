import { describe, expect, it } from "vitest";
import type { Answer } from "../../../server/agent/answer.ts";
import { noUsage } from "../../../server/agent/usage.ts";
import { renderAnswer, renderGrounds } from "../../../server/commands/render-answer.ts";

const answer: Answer = {
  question: "Does it fit?",
  history: [],
  answer: "It fits [1] in 9 GB at 12 W.",
  verdict: "fits",
  verdicts: [],
  toolCalls: [],
  facts: [],
  citations: [
    {
      id: "1",
      source: "thor",
      title: "Thor notes",
      passage: "thor#mig",
      heading: "Thor › Parts › MIG",
      text: "MIG splits.",
      start: 0,
      end: 11,
    },
  ],
  check: {
    verified: [
      { text: "fits", kind: "verdict", start: 3, end: 7 },
      { text: "9 GB", kind: "number", start: 15, end: 19, fact: "1.needed" },
    ],
    given: [],
    unverified: [{ text: "12 W", kind: "number", start: 23, end: 27 }],
    struck: [],
    recoveredCalls: 0,
  },
  author: "model",
  usage: noUsage,
  followUps: [],
  model: "qwen3:8b",
  mode: "guided",
  degraded: false,
  problem: null,
  stopReason: "complete",
  durationMs: 42,
};

describe("renderAnswer()", () => {
  it("shows text, cited passages and how the numbers stand", () => {
    const text = renderAnswer(answer);
    expect(text.startsWith(answer.answer)).toBe(true);
    expect(text).toContain("[1] Thor notes: MIG");
    expect(text).toMatch(/1 numbers? verified, 0 from your question, 1 unverified \(12 W\)/);
    expect(text).toMatch(/qwen3:8b in 42 ms/);
  });
});

describe("renderGrounds()", () => {
  it("leaves out what is not there", () => {
    const check = { ...answer.check, verified: [], unverified: [] };
    const text = renderGrounds({ ...answer, citations: [], check });
    expect(text).not.toMatch(/Cited passages|Struck|\[1\]/);
    expect(text).toContain("0 unverified.");
  });

  it("reports what was struck from the model's text", () => {
    const struck = [
      { text: "It runs at 999 tok/s.", replacement: "", reason: "999 tok/s: it is 7.9 tok/s." },
    ];
    const text = renderGrounds({ ...answer, check: { ...answer.check, struck } });
    expect(text).toMatch(
      /Struck from the model's text\n\n- “It runs at 999 tok\/s\.” – 999 tok\/s: it is 7\.9/,
    );
  });

  it("says that the built-in answer stands in, and why", () => {
    const problem = { code: "llm-stalled" as const, message: "Cannot go on: the model fell silent." };
    const text = renderGrounds({ ...answer, degraded: true, problem });
    expect(text).toMatch(
      /qwen3:8b did not answer; this is the built-in answer\. Cannot go on: the model fell silent\./,
    );
  });
});
