import { describe, expect, it } from "vitest";
import type { Passage } from "../../../knowledge/search.ts";
import { bestQuotes, contentWords, coverage } from "../../../server/built-in/quotes.ts";

function passage(id: string, text: string, score = 1): Passage {
  const [document = ""] = id.split("#");
  return { id, document, heading: `Report › ${id}`, text, start: 0, end: text.length, score };
}

const quoted = (passages: Passage[], question: string, names: string[], limit = 9) =>
  bestQuotes(passages, question, names, limit).map(({ text }) => text);

describe("contentWords()", () => {
  it.each([
    { text: "", words: [] },
    { text: "How fast is it?", words: [] },
    { text: "Does Llama-3.1 fit the KV cache?", words: ["llama-3.1", "fit", "kv", "cache"] },
    { text: "Q4_K_M, q4_k_m and W4A16.", words: ["q4_k_m", "w4a16"] },
  ])("of $text are $words", ({ text, words }) => {
    expect(contentWords(text)).toEqual(words);
  });
});

describe("bestQuotes()", () => {
  const cold = passage("thor#cold", "# Cold start\n\n- The first run on Thor takes 9 s.\n- Paint it black.");
  const heat = passage("thor#heat", "- Thor throttles at 70 W in a closed case.\n- Thor idles.");
  const orin = passage(
    "orin#heat",
    "- A closed case throttles Orin at 20 W.\nNo bullet: throttles throttles.",
  );

  it("gives the bullet that shares the most words first, without its dash", () => {
    expect(quoted([cold, heat], "When does the case throttle: throttles in a closed case?", [])[0]).toBe(
      "Thor throttles at 70 W in a closed case.",
    );
  });

  it("gives no bullet that has nothing to do with the question, and no line that is no bullet", () => {
    expect(quoted([cold, heat, orin], "closed case throttles", [])).not.toContain("Paint it black.");
    expect(quoted([orin], "throttles", []).join()).not.toContain("No bullet");
    expect(quoted([cold, heat, orin], "weather in Paris", [])).toEqual([]);
    expect(quoted([], "Thor", ["Thor"])).toEqual([]);
  });

  it("puts a named board before any other word in common", () => {
    const question = "closed case throttles";
    expect(quoted([heat, orin], `${question}?`, ["Orin"])[0]).toContain("Orin");
    expect(quoted([heat, orin], `${question}?`, ["Thor"])[0]).toContain("Thor");
  });

  it("lets a second document speak before the second bullet of the first, and takes two of one at most", () => {
    const many = passage("thor#many", "- Heat A 1.\n- Heat B 2.\n- Heat C 3.", 3);
    const other = passage("orin#other", "- Heat D.", 1);
    const texts = quoted([many, other], "heat", []);
    expect(texts[1]).toBe("Heat D.");
    expect(texts.filter((text) => /Heat [ABC]/.test(text))).toHaveLength(2);
  });

  it.each([0, 1, 2])("gives at most %i", (limit) => {
    expect(quoted([cold, heat, orin], "throttles closed case Thor Orin", [], limit)).toHaveLength(limit);
  });
});

describe("coverage()", () => {
  const passages = [passage("thor#mig", "MIG splits the GPU of Thor.")];
  it.each([
    { question: "MIG on Thor", share: 1 },
    { question: "MIG weather", share: 0.5 },
    { question: "weather Paris", share: 0 },
    { question: "How is it?", share: 0 },
    { question: "", share: 0 },
  ])("is $share for: $question", ({ question, share }) => {
    expect(coverage(question, passages)).toBe(share);
  });

  it("is 0 where nothing was found", () => {
    expect(coverage("MIG", [])).toBe(0);
  });
});
