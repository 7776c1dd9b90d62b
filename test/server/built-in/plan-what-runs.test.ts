import { describe, expect, it } from "vitest";
import { asksWhatRuns, planWhatRuns } from "../../../server/built-in/plan-what-runs.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge, placedModels } from "../../fixtures/server-knowledge.ts";

const read = (question: string) => readQuestion(question, knowledge);
const models = (question: string) =>
  planWhatRuns(question, read(question), knowledge)?.flatMap(({ input }) => placedModels(input)) ?? [];
const kinds = (question: string) =>
  new Set(
    models(question).map((id) => (typeof id === "string" ? knowledge.models.get(id).entry.value.kind : "")),
  );

describe("planWhatRuns()", () => {
  it.each([
    { question: "Which models run on an AGX Orin 32GB?", wanted: ["llm", "vlm", "asr", "tts", "detector"] },
    { question: "Which LLMs fit on an Orin NX 16GB?", wanted: ["llm"] },
    { question: "What speech models could run on an Orin Nano 8GB?", wanted: ["asr", "tts"] },
    { question: "Which VLMs can I host on a Thor T5000?", wanted: ["vlm"] },
  ])("tries $wanted for $question", ({ question, wanted }) => {
    expect(kinds(question)).toEqual(new Set(wanted));
  });

  it("tries every speech workload on record", () => {
    const all = knowledge.models.entries.filter(({ value }) => value.kind === "tts").map(({ id }) => id);
    expect(models("Which TTS models run on an Orin NX 16GB?")).toEqual(all);
  });

  it("leaves out what is far too large for the board", () => {
    expect(models("Which LLMs fit on an Orin Nano 8GB?")).not.toContain("llama-3.3-70b");
    expect(models("Which LLMs fit on a Thor T5000?")).toContain("llama-3.3-70b");
  });
});

describe("asksWhatRuns()", () => {
  it.each([
    "Which models run?",
    "What can I run in W4A16 on an Orin Nano 8GB?",
    "Does Qwen3 8B run on Thor?",
  ])("is false for %s", (question) => expect(asksWhatRuns(question, read(question))).toBe(false));
});
