import { describe, expect, it } from "vitest";
import {
  readCopies,
  spelledOut,
  withBoards,
  withGeneration,
  withUnit,
} from "../../../server/built-in/follow-up-words.ts";

describe("spelledOut()", () => {
  it.each([
    ["cheaper?", /which board is the cheapest/],
    ["is there anything cheaper?", /which board is the cheapest/],
    ["and a faster board?", /which board is the fastest/],
    ["more headroom?", /most headroom/],
  ])("makes a question of %s", (text, question) => expect(spelledOut(text)).toMatch(question));

  it.each(["Is vLLM faster than llama.cpp?", "and on the cheaper Orin Nano?", "how fast?"])(
    "leaves %s as it is",
    (text) => expect(spelledOut(text)).toBe(text),
  );
});

describe("withGeneration()", () => {
  it.each([
    ["and the NX?", ["Jetson AGX Orin 64GB"], "and the Orin NX?"],
    ["the Nano", ["Jetson Orin NX 16GB"], "the Orin Nano"],
    ["and the NX?", ["Jetson AGX Xavier 32GB"], "and the Xavier NX?"],
    ["and the AGX?", ["Jetson Orin NX 16GB"], "and the AGX Orin?"],
    ["and the AGX Orin?", ["Jetson Orin NX 16GB"], "and the AGX Orin?"],
    ["and the Jetson Nano?", ["Jetson Orin NX 16GB"], "and the Jetson Nano?"],
    ["the Nano", [], "the Nano"],
  ])("completes %s after %j", (text, boards, expected) =>
    expect(withGeneration(text, boards)).toBe(expected),
  );
});

describe("withUnit()", () => {
  it.each([
    ["make that 32k", {}, "32k tokens of context"],
    ["and four?", { streams: 2 }, "four streams"],
    ["sorry, 8", { concurrency: 4 }, "8 users"],
    ["10,000", { requestsPerDay: 2000 }, "10,000 requests a day"],
    ["and 3?", {}, "and 3?"],
    ["and on Thor?", { streams: 2 }, "and on Thor?"],
  ])("reads %s after %j", (text, before, expected) => expect(withUnit(text, before)).toBe(expected));
});

describe("withBoards()", () => {
  it.each([
    ["and 500 of them?", "and a fleet of 500?"],
    ["what about 50?", "what about a fleet of 50?"],
    ["and over 3 years?", "and over 3 years?"],
  ])("counts boards in %s", (text, expected) => expect(withBoards(text)).toBe(expected));
});

describe("readCopies()", () => {
  it.each([
    ["what about two of them?", 2],
    ["and 3 copies?", 3],
    ["twice", 2],
    ["two cameras", undefined],
    ["and 50 of them", undefined],
  ])("reads %s as %s", (text, count) => expect(readCopies(text)).toBe(count));
});
