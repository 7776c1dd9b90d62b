import { describe, expect, it } from "vitest";
import { asksFixes, asksSomething } from "../../../server/built-in/asks.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("asksFixes()", () => {
  it.each([
    ["what would make it fit?", true],
    ["What would make Qwen3-32B fit on an Orin Nano 8GB?", true],
    ["how can I make that fit?", true],
    ["what should I change?", true],
    ["does it fit?", false],
    ["what fits on Thor?", false],
  ])("reads %s as %s", (text, expected) => expect(asksFixes(text)).toBe(expected));
});

describe("asksSomething()", () => {
  it.each([
    ["and how fast?", true],
    ["does it fit?", true],
    ["which board then?", true],
    ["who measured it?", true],
    ["is 30 tok/s possible?", true],
    ["how many watts?", true],
    ["what is the longest context?", true],
    ["what does it cost over 5 years?", true],
    ["and on Thor?", false],
    ["with 16k context?", false],
    ["the same with Q8_0", false],
    ["without the detector?", false],
    ["no, I meant the AGX Orin", false],
  ])("reads %s as %s", (text, expected) => {
    expect(asksSomething(text, readQuestion(text, knowledge))).toBe(expected);
  });
});
