import { describe, expect, it } from "vitest";
import {
  boardTable,
  onlyNamesBoards,
  priceLines,
  sameModuleLines,
} from "../../../server/built-in/compose-boards.ts";
import { find } from "../../fixtures/server-knowledge.ts";

const records = async (...names: string[]) => await Promise.all(names.map((name) => find(name)));

describe("onlyNamesBoards()", () => {
  it.each(["Is the Orin NX enough for us?", "Does it run on AGX Orin, or only Thor?"])(
    "is true for %s",
    (question) => expect(onlyNamesBoards(question)).toBe(true),
  );

  it.each([
    "What is the Orin NX?",
    "Tell me about Thor",
    "How much memory does the Orin NX have?",
    "Orin NX 16GB",
  ])("is false for %s", (question) => expect(onlyNamesBoards(question)).toBe(false));
});

describe("boardTable()", () => {
  it("sets the boards side by side with facts of their records", async () => {
    const boards = await records("orin-nano-8gb", "orin-nx-16gb");
    const text = boardTable(boards);
    expect(text.split("\n")).toHaveLength(4);
    for (const { facts } of boards)
      for (const id of ["memTotal", "room-desktop", "room-headless", "bandwidth"])
        expect(text).toContain(facts.find((fact) => fact.id === id)?.display);
  });

  it("is empty without a board", async () => expect(boardTable(await records("vllm"))).toBe(""));
});

describe("sameModuleLines()", () => {
  it("says that a Super board is the same module, only where both are named", async () => {
    expect(sameModuleLines(await records("orin-nano-8gb-super", "orin-nano-8gb"))[0]).toMatch(
      /the same module/,
    );
    expect(sameModuleLines(await records("orin-nano-8gb-super", "orin-nx-16gb"))).toEqual([]);
  });
});

describe("priceLines()", () => {
  it("begins with the newest price of what is asked for, kit or module", async () => {
    const boards = await records("agx-orin-64gb");
    expect(priceLines(boards, "How much is it?")[0]).toMatch(
      /^\*\*Jetson AGX Orin 64GB: 3,499 USD \(kit, 2026-07-21\)\.\*\* Also: .*module/,
    );
    expect(priceLines(boards, "And the module?")[0]).toMatch(
      /^\*\*Jetson AGX Orin 64GB: .*module.*Also: .*kit/,
    );
  });

  it("says where none is on record", async () => {
    expect(priceLines(await records("jetson-tx2"), "").join()).toMatch(/TX2/);
  });
});
