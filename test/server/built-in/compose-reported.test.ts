import { beforeAll, describe, expect, it } from "vitest";
import { reportedBlock } from "../../../server/built-in/compose-reported.ts";
import { type Outcome, sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const known = "Which of 40 audio models (TTS/ASR) run on Orin Nano 8GB?";
let search: Outcome;

beforeAll(async () => {
  search = await callTool("search-documents", { query: known, source: "reported-questions", limit: 10 });
});

describe("reportedBlock()", () => {
  it("gives the report of a question that was asked before, with its passage", () => {
    const { heading, lines } = reportedBlock(known, sortResults([search]));
    expect(heading).toBe("Asked before");
    expect(lines).toEqual([expect.stringMatching(/^- Of 40 audio models .*\[reported-questions#[\w-]+\]$/)]);
  });

  it.each([
    "How fast is Orin Nano 8GB?",
    "Can an Orin Nano 8GB run Qwen3-4B?",
    "Which models run on Orin NX?",
  ])("gives none for “%s”, which shares a board only", (question) => {
    expect(reportedBlock(question, sortResults([search])).lines).toEqual([]);
  });

  it("gives none where nothing was searched", () => {
    expect(reportedBlock(known, sortResults([])).lines).toEqual([]);
  });
});
