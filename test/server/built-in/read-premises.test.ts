import { describe, expect, it } from "vitest";
import { isPresuming, presumedFields, readPremises } from "../../../server/built-in/read-premises.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const premises = (question: string) =>
  readPremises(question, readQuestion(question, knowledge), knowledge).map(({ input }) => input);

describe("isPresuming()", () => {
  it.each([
    ["Since Orin does FP4, how fast is it?", true],
    ["With its 128 GB the AGX Orin should run it", true],
    ["As TensorRT Edge-LLM runs on Xavier, how fast is it?", true],
    ["A question: As AGX Orin has 273 GB/s, how fast is it?", true],
    ["How fast is Qwen3-8B with 16k context on Thor?", false],
    ["Use it as a chatbot", false],
  ])("reads %s as %s", (question, expected) => expect(isPresuming(question)).toBe(expected));
});

describe("readPremises()", () => {
  it.each([
    [
      "Because the AGX Orin 64GB has 273 GB/s, how fast is Llama 3.1 8B?",
      { metric: "bandwidth", value: "273 GB/s" },
    ],
    ["With its 128 GB the AGX Orin 64GB runs a 70B, right?", { metric: "memory-capacity", value: "128 GB" }],
    ["Can the $249 Orin Nano 8GB run Llama 3.2 3B?", { metric: "price", value: "249 USD" }],
    [
      "Since the AGX Orin 64GB has 275 dense TOPS, how fast?",
      { metric: "compute-int8-sparse", value: "275 TOPS" },
    ],
    ["Since MIG partitions memory on Thor, does it fit?", { name: "Thor" }],
  ])("checks what is taken for granted: %s", (question, input) => {
    expect(premises(question)).toMatchObject([input]);
  });

  it.each([
    "Which board under $500 for a 7B?",
    "Does Llama 3.1 8B fit on an Orin NX 16GB?",
    "How fast is Qwen3-8B with 16k context on the AGX Orin 64GB?",
    "Does a 40 GB model fit on an AGX Orin 64GB?",
  ])("finds nothing to check in: %s", (question) => expect(premises(question)).toEqual([]));
});

describe("presumedFields()", () => {
  it("names the fields of the record that are taken for granted", () => {
    expect(presumedFields("Since the Orin Nano has NVENC, can it stream?")).toEqual(["video"]);
    expect(presumedFields("Does the Orin Nano have NVENC?")).toEqual([]);
  });
});
