import { describe, expect, it } from "vitest";
import { nameRows } from "../../../web/tool-views/row-names.ts";

const nx = { board: "Orin NX", model: "Qwen3 8B", runtime: "vllm" };

describe("nameRows()", () => {
  it("names rows by what tells them apart, and says apart what is the same in all", () => {
    const { names, common } = nameRows([nx, { ...nx, board: "AGX Orin" }]);
    expect(names).toEqual(["Orin NX", "AGX Orin"]);
    expect(common).toEqual({ model: "Qwen3 8B", runtime: "vllm" });
  });

  it("names all fields that differ, without those that say nothing", () => {
    expect(nameRows([nx, { ...nx, model: "Qwen3 4B", runtime: "" }]).names).toEqual([
      "Qwen3 8B, vllm",
      "Qwen3 4B",
    ]);
  });

  it("numbers rows that differ in what is no field", () => {
    expect(nameRows([nx, nx]).names).toEqual(["Orin NX", "Orin NX (2)"]);
  });

  it("names a row that is alone by its first field", () => {
    expect(nameRows([nx])).toEqual({ names: ["Orin NX"], common: nx });
    expect(nameRows([])).toEqual({ names: [], common: {} });
  });
});
