import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { asksTraining, planTraining, trainingLine } from "../../../server/built-in/training.ts";
import { computedCalls } from "../../fixtures/planned-calls.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

describe("asksTraining()", () => {
  it.each([
    ["Can I fine-tune Llama 3.1 8B on an AGX Orin 64GB?", true],
    ["train yolo on orin nano", true],
    ["LoRA finetuning of a 7B on Thor", true],
    ["Does post-training quantization help on Orin?", false],
    ["How fast is my fine-tuned Llama 3.1 8B on Thor?", false],
    ["Is a pretrained YOLO11s fast on Orin NX?", false],
  ])("of %s: %s", (question, isAsked) => expect(asksTraining(question)).toBe(isAsked));
});

describe("planTraining()", () => {
  it("judges no memory: what runs on a board need not train on it", () => {
    const names = computedCalls("Can I fine-tune Llama 3.1 8B on an AGX Orin 64GB?").map(({ name }) => name);
    expect(names).toEqual(["look-up"]);
  });

  it("leaves any other question to the others", () => {
    const question = "Does Llama 3.1 8B fit on an AGX Orin 64GB?";
    expect(planTraining(question, readQuestion(question, knowledge))).toBeUndefined();
  });
});

describe("compose()", () => {
  it("says first that training is not sized", async () => {
    const planned = plan("train yolo on an Orin Nano 8GB", [], knowledge);
    const outcomes = [await callTool("look-up", { name: "orin-nano-8gb" })];
    expect(compose(planned, outcomes, knowledge).startsWith(trainingLine)).toBe(true);
  });
});
