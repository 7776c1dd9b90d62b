import { describe, expect, it } from "vitest";
import { names } from "../../fixtures/check-evidence.ts";

const found = (text: string) =>
  names.find(text).map(({ start, end, ids }) => [text.slice(start, end), ids[0]]);

describe("namesOf()", () => {
  it.each([
    ["on the Jetson Orin NX 16GB here", "Jetson Orin NX 16GB", "orin-nx-16gb"],
    ["on the orin-nx-16gb here", "orin-nx-16gb", "orin-nx-16gb"],
    ["NVIDIA Jetson AGX Orin 64 GB", "NVIDIA Jetson AGX Orin 64 GB", "agx-orin-64gb"],
    ["Orin NX (16 GB)", "Orin NX (16 GB", "orin-nx-16gb"],
    ["Orin NX 16GB Super", "Orin NX 16GB Super", "orin-nx-16gb-super"],
    ["Qwen2.5-VL-7B runs", "Qwen2.5-VL-7B", "qwen2.5-vl-7b"],
    ["Llama 3.1 8B Instruct", "Llama 3.1 8B Instruct", "llama-3.1-8b"],
    ["Q4_K_M", "Q4_K_M", "q4-k-m"],
    ["在Orin NX 16GB上", "Orin NX 16GB", "orin-nx-16gb"],
  ])("finds in %s the name %s of %s", (text, name, id) => {
    expect(found(text)).toContainEqual([name, id]);
  });

  it("takes a number behind a name for no part of it", () => {
    expect(found("The Orin NX 16.4 GB")).not.toContainEqual(["Orin NX 16", "orin-nx-16gb"]);
  });

  it("finds nothing in plain words, and reads any text", () => {
    expect(found("it fits well \ud800 \u0000")).toEqual([]);
  });

  it("knows boards by size, their modules and the power modes", () => {
    expect(names.boardsOfSize(8)).toContain("orin-nano-8gb");
    expect(names.boardsOfSize(7)).toEqual([]);
    expect(names.moduleOf("agx-thor-devkit")).toBe("thor-t5000");
    expect(names.moduleOf("orin-nx-16gb")).toBe("orin-nx-16gb");
    expect(names.modes.has("maxn")).toBe(true);
    expect(names.nameOf("orin-nx-16gb")).toBe("Jetson Orin NX 16GB");
  });
});
