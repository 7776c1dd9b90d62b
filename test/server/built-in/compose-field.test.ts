import { describe, expect, it } from "vitest";
import { fieldLines } from "../../../server/built-in/compose-field.ts";
import { find } from "../../fixtures/server-knowledge.ts";

const boards = await Promise.all(["agx-orin-64gb", "orin-nano-8gb", "agx-thor-devkit"].map(find));

describe("fieldLines()", () => {
  it("reads out the field that is asked for, boards that say the same together", () => {
    const [none, thor] = fieldLines("Does MIG work on Orin and Thor?", boards);
    expect(none).toBe("**MIG: none** (Jetson AGX Orin 64GB, Jetson Orin Nano 8GB).");
    expect(thor).toMatch(/two instances/);
  });

  it.each([
    ["Does Orin Nano have NVENC?", /no hardware encoder/],
    ["does mig work on it?", /two instances/],
    ["is jetpack 7 ok for it?", /7\.2/],
    ["Should I wait for it, is it on sale?", /on sale/],
  ])("answers %s", (question, words) => expect(fieldLines(question, boards).join("\n")).toMatch(words));

  it("is silent where no field is asked for, and of other records", async () => {
    expect(fieldLines("Tell me about them", boards)).toEqual([]);
    expect(fieldLines("Which JetPack has it?", [await find("qwen3-8b")])).toEqual([]);
  });
});
