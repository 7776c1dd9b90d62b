import { expect, it } from "vitest";
import { reworded, withoutLines } from "../../../evals/self/mutation.ts";
import { subjectFor } from "../../fixtures/eval-subject.ts";

it("reworded() changes the words alone, and makes nothing of the same words", async () => {
  const subject = await subjectFor("Thanks!");
  expect(reworded(subject, "Hello.")).toEqual({ ...subject.answer, answer: "Hello." });
  expect(reworded(subject, subject.answer.answer)).toBeNull();
});

it("withoutLines() leaves no gap behind", () => {
  expect(withoutLines("a\n\nb\n\nc", (line) => line === "b")).toBe("a\n\nc");
});
