import { describe, expect, it } from "vitest";
import { readAmounts } from "../../../server/built-in/amounts.ts";
import { findMentions } from "../../../server/built-in/mentions.ts";
import {
  boardIds,
  boardsOfSize,
  flashedFor,
  keptName,
  powerModeOf,
  withoutBoards,
} from "../../../server/built-in/reading-boards.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

function boardsOf(question: string): string[] {
  const mentions = findMentions(question, knowledge);
  return boardIds(mentions, readAmounts(withoutBoards(question, mentions)), knowledge);
}

describe("boardIds()", () => {
  it.each([
    ["on an Orin NX", ["orin-nx-16gb", "orin-nx-8gb"]],
    ["on an Orin NX with 16 GB", ["orin-nx-16gb"]],
    ["Orin NX or Orin Nano 8GB", ["orin-nx-16gb", "orin-nx-8gb", "orin-nano-8gb"]],
    ["on Thor", ["Thor"]],
    ["on a toaster", []],
  ])("reads %s as %j", (question, boards) => {
    expect(boardsOf(question)).toEqual(boards);
  });
});

describe("keptName()", () => {
  it("keeps a loose name as it was typed, and gives the id of any other", () => {
    expect(keptName("YOLO", "yolo11s", knowledge.models)).toBe("YOLO");
    expect(keptName("Llama 3.1 8B", "llama-3.1-8b", knowledge.models)).toBe("llama-3.1-8b");
  });
});

describe("powerModeOf()", () => {
  it.each([
    ["in 30W mode", "MODE_30W"],
    ["at MAXN", "MAXN"],
    ["dropped to 30W", "MODE_30W"],
    ["with up to 30 W", undefined],
    ["with a 30 W budget", undefined],
    ["at 130 W", undefined],
  ])("reads %s on an AGX Orin as %s", (question, mode) => {
    expect(powerModeOf(question, ["agx-orin-64gb"], knowledge)).toBe(mode);
  });
});

describe("withoutBoards()", () => {
  it("blanks boards and keeps every other place", () => {
    const question = "8 GB for Orin Nano 8GB?";
    const text = withoutBoards(question, findMentions(question, knowledge));
    expect(text).toHaveLength(question.length);
    expect(text.trimEnd()).toBe("8 GB for              ?");
  });
});

describe("boardsOfSize()", () => {
  it.each([
    ["is 16 GiB enough for Qwen3-14B?", ["orin-nx-16gb"]],
    ["does it fit in 32 GB", ["agx-orin-32gb"]],
    ["with 8 GB of swap", []],
    ["is 5 GB enough", []],
  ])("of %s: %j", (question, ids) => expect(boardsOfSize(question, knowledge)).toEqual(ids));

  it("leaves out what is announced and not on sale", () => {
    expect(boardsOfSize("is 32 GB enough", knowledge)).not.toContain("thor-t3000");
  });
});

describe("flashedFor()", () => {
  it.each([
    ["in MAXN_SUPER", ["orin-nano-8gb"], ["orin-nano-8gb-super"]],
    ["in MAXN", ["orin-nano-8gb"], ["orin-nano-8gb"]],
    ["in MAXN_SUPER", ["agx-orin-64gb"], ["agx-orin-64gb"]],
  ])("%s, of %j: %j", (question, boards, ids) => {
    expect(flashedFor(question, boards, knowledge)).toEqual(ids);
  });
});
