import { describe, expect, it } from "vitest";
import type { Conversation } from "../../../web/history/conversation.ts";
import { toMarkdown } from "../../../web/history/conversation-markdown.ts";

const citation = {
  id: "1",
  title: "Notes on Thor",
  passage: "thor-notes#cold-start",
  heading: "Cold start",
  text: "Slow.",
};

const conversation: Conversation = {
  id: "one",
  title: "Does it fit?",
  createdAt: Date.UTC(2026, 10, 27, 12),
  updatedAt: Date.UTC(2026, 10, 28, 12),
  messages: [
    { id: "q1", role: "user", parts: [{ type: "text", text: "Does it fit?\n\nOn Thor." }] },
    {
      id: "a1",
      role: "assistant",
      parts: [
        { type: "text", text: "As it streamed." },
        {
          type: "data-answer",
          data: {
            answer: "Yes [thor-notes#cold-start], [1], but [not this] and [a link](https://example.com).",
            citations: [citation],
            verdicts: [
              { device: "Jetson AGX Thor", workloads: ["Llama 3.1 8B", "YOLO11s"], verdict: "fits" },
            ],
            check: { verified: [{ text: "8 GB" }], given: [], unverified: [{ text: "9 GB" }] },
            model: "qwen3:4b",
          },
        },
      ],
    },
    { id: "q2", role: "user", parts: [{ type: "text", text: "And how fast?" }] },
    { id: "a2", role: "assistant", parts: [{ type: "text", text: "About" }] },
  ],
};

describe("toMarkdown()", () => {
  it("writes questions, answers, verdicts, checks and sources", () => {
    expect(toMarkdown(conversation)).toBe(`# Does it fit?

Jetson Advisor, 2026-11-27 to 2026-11-28

> Does it fit?
>
> On Thor.

- **fits**: Llama 3.1 8B + YOLO11s on Jetson AGX Thor

Yes [^1-1], [^1-1], but [not this] and [a link](https://example.com).

*Jetson Advisor, qwen3:4b. Not verified: 9 GB.*

[^1-1]: Notes on Thor, Cold start

    > Slow.

> And how fast?

About

*This answer ended early, before the report of its check.*
`);
  });
});
