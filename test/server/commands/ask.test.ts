import { describe, expect, it } from "vitest";
import type { Answer } from "../../../server/agent/answer.ts";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { ask, renderAnswer } from "../../../server/commands/ask.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const advisor = createAdvisor(createBuiltInBackend(knowledge), knowledge, () => 0);
const question = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

async function printed(text: string, json: boolean): Promise<string[]> {
  const lines: string[] = [];
  await ask(text, { json }, advisor, (line) => lines.push(line));
  return lines;
}

describe("ask()", () => {
  it("prints the whole answer as JSON, once", async () => {
    const [text = "", ...more] = await printed(question, true);
    expect(more).toEqual([]);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(await advisor.ask(question))));
    expect(JSON.parse(text)).toMatchObject({
      question,
      verdict: "fits",
      verdicts: [{ device: "orin-nx-16gb", workloads: ["Llama 3.1 8B Instruct"], verdict: "fits" }],
      toolCalls: expect.arrayContaining([expect.objectContaining({ name: "memory-fit" })]),
      check: { unverified: [] },
      model: "built-in",
    });
  });

  it("prints the answer as text, once", async () => {
    expect(await printed(question, false)).toEqual([renderAnswer(await advisor.ask(question))]);
  });

  it("leaves out the white space around a question", async () => {
    expect(await printed(`\n ${question} \n`, true)).toEqual(await printed(question, true));
  });

  it.each(["", " ", "\n\t\n"])("refuses the question %j and shows one that can be asked", async (text) => {
    await expect(printed(text, false)).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/^Cannot answer: .*ask "/),
    });
  });
});

describe("renderAnswer()", () => {
  const answer: Answer = {
    question,
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
      verified: [{ text: "7 GB", fact: "1.needed" }],
      given: [],
      unverified: [{ text: "9 GB" }, { text: "12 W" }],
    },
    model: "qwen3:8b",
    durationMs: 42,
  };

  it("shows text, cited passages and how the numbers stand", () => {
    const text = renderAnswer(answer);
    expect(text.startsWith(answer.answer)).toBe(true);
    expect(text).toContain("[1] Thor notes: MIG");
    expect(text).toMatch(/1 numbers? verified, 0 from your question, 2 unverified \(9 GB, 12 W\)/);
    expect(text).toMatch(/qwen3:8b in 42 ms/);
  });

  it("leaves out what is not there", () => {
    const check = { verified: [], given: [], unverified: [] };
    const text = renderAnswer({ ...answer, citations: [], check });
    expect(text).not.toContain("passages");
    expect(text).not.toContain("(");
  });
});
