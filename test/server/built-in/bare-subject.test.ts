import { describe, expect, it } from "vitest";
import { bareSubject, listedNames } from "../../../server/built-in/bare-subject.ts";
import { findMentions } from "../../../server/built-in/mentions.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const bare = (question: string) =>
  bareSubject(question, findMentions(question, knowledge)).map(({ text }) => text);
const listed = (question: string) =>
  listedNames(question, findMentions(question, knowledge)).map(({ text }) => text);

describe("bareSubject()", () => {
  it.each([
    ["flux on AGX Orin?", ["flux"]],
    ["jetson nano 4gb tinyllama", ["tinyllama"]],
    ["depth anything v2 on orin nx", ["depth anything v2"]],
    ["can i run blorp on thor", ["blorp"]],
  ])("of %s is %j", (question, names) => expect(bare(question)).toEqual(names));

  it.each([
    "Jetson AGX Orin price",
    "orin nx thermals",
    "power mode for lowest latency on Orin NX",
    "does MIG work on Orin",
    "Qwen3 8B on Orin NX 16GB",
    "flux capacitor?",
    "orin",
    "what is the difference between Orin Nano and Orin Nano Super",
    "can orin nano run 24/7",
  ])("is none of: %s", (question) => expect(bare(question)).toEqual([]));
});

describe("listedNames()", () => {
  it("finds the parts of a list that name nothing on record", () => {
    expect(listed("clip vit-l embedding server + qwen3 4b on orin nano 8gb")).toEqual([
      "clip vit-l embedding server",
    ]);
  });

  it("leaves settings and what is on record alone", () => {
    expect(listed("Qwen3 8B + YOLO11s + 2 cameras + 16k context on Thor")).toEqual([]);
    expect(listed("Qwen3 8B with blorp on Thor")).toEqual([]);
  });
});
