import { describe, expect, it } from "vitest";
import { loadCases } from "../../../evals/load-cases.ts";
import { assertCase, gradeOf } from "../../../evals/promptfoo/assert.ts";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("gradeOf()", () => {
  it("passes where every scorer does", () => {
    expect(gradeOf([{ scorer: "verdict", passed: true }])).toMatchObject({ pass: true, score: 1 });
  });

  it("fails with the reason of each scorer that does not", () => {
    const scores = [
      { scorer: "verdict", passed: true },
      { scorer: "numbers", passed: false, reason: "987 GB is not borne out." },
    ];
    expect(gradeOf(scores)).toMatchObject({
      pass: false,
      score: 0.5,
      reason: "numbers: 987 GB is not borne out.",
    });
  });
});

describe("assertCase()", () => {
  const asked = loadCases(knowledge).find(({ turns, tags }) => turns.length === 1 && tags.includes("fit"));
  if (!asked) throw new Error("no case");
  const judge = async (change: (answer: string) => string) => {
    const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
    const answer = await advisor.ask(asked.turns[0] ?? "");
    const metadata = { answer: { ...answer, answer: change(answer.answer) } };
    return assertCase("", { vars: { case: asked.id }, metadata });
  };

  it("judges an answer by its case", async () => {
    expect(await judge((text) => text)).toMatchObject({ pass: true });
    const wrong = await judge((text) => `${text}\n\nIt runs at 9,876 tok/s.`);
    expect(wrong).toMatchObject({ pass: false, reason: expect.stringContaining("9,876 tok/s") });
  });

  it("says where there is no such case", async () => {
    const metadata = { answer: { toolCalls: [] } };
    expect(await assertCase("", { vars: { case: "no/such" }, metadata })).toMatchObject({ pass: false });
  });
});
