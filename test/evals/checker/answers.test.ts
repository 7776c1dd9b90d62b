import { describe, expect, it } from "vitest";
import { answerCases, questions } from "../../../evals/checker/answers.ts";
import { names } from "../../fixtures/check-evidence.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("answerCases()", () => {
  it("keeps the answer and changes one thing in each copy", async () => {
    const cases = await answerCases(["Can I run Llama 3.1 8B on an Orin NX 16GB?"], knowledge, names, 1);
    const [right, ...wrong] = cases;
    expect(right?.isWrong).toBe(false);
    expect(wrong.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["digit", "flipped verdict", "swapped quantities", "invented citation"]),
    );
    for (const { text, isWrong } of wrong) expect([isWrong, text === right?.text]).toEqual([true, false]);
  });

  it("asks each question once", () => {
    expect(new Set(questions).size).toBe(questions.length);
  });
});
