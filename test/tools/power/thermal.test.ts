import { describe, expect, it } from "vitest";
import { thermalRemarks } from "../../../tools/power/thermal.ts";
import { board, knowledge } from "../../fixtures/knowledge.ts";

const said = (device: string | { name: string }, mode?: string) =>
  thermalRemarks(board(device, mode), knowledge)
    .map(({ text }) => text)
    .join("\n");

describe("thermalRemarks()", () => {
  it("says of modes without a cap that they are experimental, and of capped ones nothing", () => {
    expect(said("agx-orin-64gb", "MAXN")).toContain("experimental");
    expect(said("agx-orin-64gb", "50W")).not.toContain("experimental");
    expect(said("orin-nano-8gb-super", "MAXN_SUPER")).toContain("experimental");
    expect(said("orin-nano-8gb", "15W")).not.toContain("experimental");
  });

  it.each([
    { device: "agx-thor-devkit", words: "168 W" },
    { device: "thor-t5000", words: "130 W" },
    { device: "thor-t4000", words: "90 W" },
    { device: "orin-nano-8gb", words: "95 °C" },
    { device: "orin-nx-16gb", words: "90 °C" },
    { device: "orin-nx-16gb-super", words: "40 W" },
    { device: "agx-orin-32gb", words: "40–45 °C" },
  ])("says $words of $device", ({ device, words }) => {
    expect(said(device)).toContain(words);
  });

  it("does not say of one board what holds for another", () => {
    expect(said("thor-t5000")).not.toContain("168 W");
    expect(said("orin-nx-16gb")).not.toContain("95 °C");
    expect(said("jetson-nano-4gb")).toBe("");
    expect(said("rtx-5080")).toBe("");
    expect(said({ name: "my board" })).toBe("");
  });

  it("gives each remark its source", () => {
    for (const { source } of thermalRemarks(board("agx-thor-devkit"), knowledge))
      expect(knowledge.source(source).title).not.toBe("");
  });
});
