import { describe, expect, it } from "vitest";
import { unknownHardware, unknownHardwareLine } from "../../../server/built-in/unknown-hardware.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("unknownHardware()", () => {
  it.each([
    ["How fast is Llama 3.1 8B on a 4090?", ["4090"]],
    ["Does it fit on an RTX 3090 Ti?", ["RTX 3090 Ti"]],
    ["Does Llama 3.1 8B fit on a Jetson Orin Ultra?", ["Jetson Orin Ultra"]],
    ["How fast on an H100?", ["H100"]],
    ["How fast is Llama 3.1 8B on an AGX Orin 64GB?", []],
    ["Which Jetson board for 2000 requests?", []],
    ["Is an RTX 5080 faster?", []],
    ["Does it fit on the Jetson Orin Nano Super Developer Kit?", []],
    ["Can I run it on a Jetson T5000?", []],
  ])("finds in %s: %j", (question, names) => expect(unknownHardware(question, knowledge)).toEqual(names));
});

describe("unknownHardwareLine()", () => {
  it("names what is not on record", () => {
    expect(unknownHardwareLine(["4090"])).toMatch(/^\*\*“4090” is not on record here\*\*/);
  });
});
