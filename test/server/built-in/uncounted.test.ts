import { describe, expect, it } from "vitest";
import { plan } from "../../../server/built-in/plan.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { uncountedLines } from "../../../server/built-in/uncounted.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const notices = (question: string, ...before: string[]) =>
  plan(question, said(...before), knowledge).notices.join("\n");

describe("uncountedLines()", () => {
  it.each([
    ["fleet of 200 Orin NX 16GB, 50,000 requests a day", /Not counted.*the requests a day/],
    ["What VLM can I run on an Orin NX 16GB with 2 cameras?", /Not counted.*the cameras/],
    ["Can two Orin Nanos run a 14B model?", /Each board is judged alone/],
    ["How many 4K cameras can Thor take with YOLO11s?", /counted at 1080p/],
    ["Can I hang 6 GMSL cameras on an AGX Orin 64GB?", /hangs on the carrier/],
    ["Which Jetson for a 7B model for 800 €?", /US dollars/],
    ["How long does a 100 Wh battery last on an Orin NX 16GB with Qwen3 4B?", /divide its watt-hours/],
    ["Llama 3.1 8B on an Orin NX 16GB at 40 °C ambient", /temperature of the place/],
    ["How fast is Qwen3 4B on an Orin Nano 8GB in MAXN?", /power mode named is none/],
    ["50 copies of Qwen3 0.6B on an AGX Orin 64GB", /copies on one board are not counted/],
  ])("says what is left out of: %s", (question, words) => {
    expect(notices(question)).toMatch(words);
  });

  it.each([
    "Does Llama 3.1 8B fit on an Orin NX 16GB with 32k context for 4 users?",
    "Which board under $1,500 and 40 W for a 14B model?",
    "8 cameras with YOLO11s on an AGX Orin 64GB at 10 fps",
    "How fast is Qwen3 4B on an AGX Orin 64GB in 30W?",
    "What does a fleet of 200 Orin NX 16GB cost over 5 years?",
    "What is the KV cache?",
  ])("says nothing where everything is counted: %s", (question) => {
    expect(notices(question)).not.toMatch(/not counted/i);
  });

  it("asks which detector looks at cameras that stand beside other models", () => {
    expect(notices("Whisper large-v3 and Qwen3 4B on an AGX Orin 64GB with 4 cameras")).toMatch(
      /no detector is named\. Which one/,
    );
    expect(notices("YOLO11s and Qwen3 4B on an AGX Orin 64GB with 4 cameras")).not.toMatch(/no detector/);
  });

  it("speaks only of what the turn itself states", () => {
    expect(notices("How fast is Qwen3 8B on Thor?", "Which board under $500 for Qwen3 8B?")).toBe("");
  });

  it("says nothing of a question that computes nothing", () => {
    const question = "What does 8k context mean?";
    const search = { name: "search-documents", input: { query: question } };
    expect(uncountedLines(question, readQuestion(question, knowledge), [search])).toEqual([]);
  });
});
