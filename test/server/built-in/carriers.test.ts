import { describe, expect, it } from "vitest";
import { carrierLines, findCarriers } from "../../../server/built-in/carriers.ts";
import { unknownSoftware } from "../../../server/built-in/unknown-software.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("findCarriers()", () => {
  it.each([
    ["Will Mistral 7B run on our Seeed reComputer J4012?", ["Seeed reComputer J4012"]],
    ["Connect Tech Hadron carrier with Orin NX 8GB", ["Connect Tech Hadron"]],
    ["Advantech MIC-733 with AGX Orin 32GB", ["Advantech MIC-733"]],
    ["Does Qwen3 4B fit on an Orin NX 16GB?", []],
  ])("finds in %s: %j", (question, names) => {
    expect(findCarriers(question).map(({ text }) => text)).toEqual(names);
  });
});

describe("carrierLines()", () => {
  it("asks for the module where none is named", () => {
    expect(carrierLines("Will it run on a reComputer J4012?", false).join()).toMatch(/Name the module/);
    expect(carrierLines("Orin NX 16GB on a reComputer J4012", true).join()).toMatch(/is of the module/);
    expect(carrierLines("Orin NX 16GB", true)).toEqual([]);
  });
});

describe("unknownSoftware()", () => {
  it("takes no carrier for software", () => {
    expect(unknownSoftware("Will Mistral 7B run on our reComputer J4012?", knowledge)).toEqual([]);
  });
});
