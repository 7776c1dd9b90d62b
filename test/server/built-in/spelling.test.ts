import { describe, expect, it } from "vitest";
import { plan } from "../../../server/built-in/plan.ts";
import { correctSpelling } from "../../../server/built-in/spelling.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("correctSpelling()", () => {
  it.each([
    ["Can I run lama 3.1 8b on an Orin NX 16GB?", "Can I run Llama 3.1 8b on an Orin NX 16GB?", "lama"],
    ["Does Qwen3 8B fit on an Orion NX 16GB?", "Does Qwen3 8B fit on an Orin NX 16GB?", "Orion"],
    ["Does Quen3 8B fit on Thor?", "Does Qwen3 8B fit on Thor?", "Quen3"],
    ["Can I run Mistal 7B on Thor?", "Can I run Mistral 7B on Thor?", "Mistal"],
    ["Llama 3.2 3B on a Xaviar NX 16GB?", "Llama 3.2 3B on a Xavier NX 16GB?", "Xaviar"],
    ["does gema 3 4b fit on orin nano 8gb", "does Gemma 3 4b fit on orin nano 8gb", "gema"],
    ["Will Wisper large-v3 run on Thor?", "Will Whisper large-v3 run on Thor?", "Wisper"],
  ])("reads %s as %s, and says so", (typed, meant, word) => {
    const { text, notices } = correctSpelling(typed, knowledge);
    expect(text).toBe(meant);
    expect(notices).toEqual([expect.stringContaining(`“${word}” is read as`)]);
  });

  it("reads every misspelt word of a question", () => {
    const { text, notices } = correctSpelling("Can I run lama 3.1 8b on an Orion NX 16GB?", knowledge);
    expect(text).toBe("Can I run Llama 3.1 8b on an Orin NX 16GB?");
    expect(notices).toHaveLength(2);
  });

  it.each([
    "Can I run Llama 3.1 8B on an Orin NX 16GB?",
    "In any case, when does a gamma correction note fit on a base board?",
    "Can I run Flarbo 9000 on an Orin NX 16GB?",
    "Does llava 1.5 7b fit on Thor?",
    "What would spare modules cost me over 3 years for 1000 AGX Orin 64GB modules?",
    "what is the smell of a vision test on Thor",
  ])("leaves alone: %s", (text) => expect(correctSpelling(text, knowledge)).toEqual({ text, notices: [] }));
});

describe("plan()", () => {
  it("sizes the board and model that were meant, in this turn and in the ones before", () => {
    const fit = expect.objectContaining({
      name: "memory-fit",
      input: { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }] },
    });
    const now = plan("Can I run lama 3.1 8b on an Orion NX 16GB?", [], knowledge);
    expect(now.calls).toContainEqual(fit);
    expect(now.notices).toContain("“lama” is read as Llama.");
    const later = plan("And on an Orin NX 16GB?", said("Can I run lama 3.1 8b on Thor?"), knowledge);
    expect(later.calls).toContainEqual(fit);
  });
});

describe("correctSpelling() of plurals", () => {
  it("leaves the plural of a word on record as it is", () => {
    expect(correctSpelling("20 rtsp streams and two cameras", knowledge).notices).toEqual([]);
  });
});
