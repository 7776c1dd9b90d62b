import { describe, expect, it } from "vitest";
import { createParaphraser, wordings } from "../../evals/paraphrase.ts";
import { namesOf } from "../../server/check/names.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

const question = "Can I run Qwen3 8B on a Jetson Orin NX 16GB?";
const paraphrase = createParaphraser(knowledge);
const reword = (wording: string, asked = question) => paraphrase(asked, wording);

describe("createParaphraser()", () => {
  it.each([
    [
      "polite",
      "Hi there, a quick question: Can I run Qwen3 8B on a Jetson Orin NX 16GB? Many thanks in advance!",
    ],
    ["lowercase", "can i run qwen3 8b on a jetson orin nx 16gb?"],
    ["uppercase", "CAN I RUN QWEN3 8B ON A JETSON ORIN NX 16GB?"],
    ["unpunctuated", "Can I run Qwen3 8B on a Jetson Orin NX 16GB"],
    ["reframed", "Will Qwen3 8B work on a Jetson Orin NX 16GB?"],
  ])("says it %s", (wording, expected) => expect(reword(wording)).toBe(expected));

  it("renames boards and models to other names of the same records", () => {
    const renamed = reword("renamed");
    expect(renamed).not.toContain("Jetson Orin NX 16GB");
    const names = namesOf(knowledge);
    const idsIn = (text: string) => names.find(text).map(({ ids }) => ids);
    expect(idsIn(renamed)).toEqual(idsIn(question));
  });

  it("changes the question in every wording, and keeps what it is about", () => {
    for (const wording of wordings) {
      expect(reword(wording)).not.toBe(question);
      expect(reword(wording).toLowerCase()).toMatch(/8b/);
    }
  });

  it("refuses a wording that changes nothing or does not exist", () => {
    expect(() => reword("lowercase", "does it fit?")).toThrow("that changes nothing in it");
    expect(() => reword("reframed", "Tell me more.")).toThrow("that changes nothing in it");
    expect(() => reword("constructor")).toThrow('there is no wording "constructor", only polite,');
  });
});
