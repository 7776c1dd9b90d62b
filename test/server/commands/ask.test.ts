import { describe, expect, it } from "vitest";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { ask } from "../../../server/commands/ask.ts";
import { renderAnswer } from "../../../server/commands/render-answer.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
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

  it("goes on with a conversation", async () => {
    const lines: string[] = [];
    const history = [{ role: "user" as const, text: question }];
    await ask("And on an Orin Nano 4GB?", { json: true, history }, advisor, (line) => lines.push(line));
    expect(JSON.parse(lines.join(""))).toMatchObject({ history, verdicts: [{ device: "orin-nano-4gb" }] });
  });
});
