import { describe, expect, it } from "vitest";
import type { Passage } from "../../../knowledge/search.ts";
import { bestQuotes, coverage } from "../../../server/built-in/quotes.ts";

function passage(id: string, text: string, score = 1): Passage {
  const [document = ""] = id.split("#");
  return { id, document, heading: `Report › ${id}`, text, start: 0, end: text.length, score };
}

const quoted = (passages: Passage[], question: string, names: string[], limit = 9) =>
  bestQuotes(passages, question, names, limit).map(({ text }) => text);

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

  it("lets a second document speak before the fourth bullet of the first, and takes four of one at most", () => {
    const many = passage("thor#many", "- Heat A.\n- Heat B.\n- Heat C.\n- Heat D.\n- Heat E.", 3);
    const other = passage("orin#other", "- Heat elsewhere.", 2);
    const texts = quoted([many, other], "heat", []);
    expect(texts.indexOf("Heat elsewhere.")).toBeLessThan(texts.indexOf("Heat D."));
    expect(texts.filter((text) => /Heat [A-E]\./.test(text))).toHaveLength(4);
  });

  it("quotes a bullet for the words of its heading alone", () => {
    const under = { ...passage("doc#draft", "- Begin with a small one."), heading: "Report › Draft model" };
    expect(quoted([under], "Which draft model?", [])).toEqual(["Begin with a small one."]);
  });

  it("takes a word that few bullets have for more than one that most have", () => {
    const builds = passage("trt#builds", "- A build of an engine.\n- A build of a wheel.\n- A tutorial.");
    expect(quoted([builds], "engine tutorial build", [])[0]).toBe("A build of an engine.");
    expect(quoted([builds], "tutorial build", [])[0]).toBe("A tutorial.");
  });

  it("finds a word in another form of it", () => {
    expect(quoted([passage("a#b", "- Boards tested twice.")], "board tests", [])).toHaveLength(1);
  });

  it("puts what stands under a heading of the question before the same words elsewhere", () => {
    const own = { ...passage("doc#cold-start", "- It starts cold.", 1), heading: "Report › Cold start" };
    const other = passage("else#warm", "- It starts cold.", 1);
    const [first] = bestQuotes([other, own], "cold start", [], 2);
    expect(first?.passage.id).toBe("doc#cold-start");
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
