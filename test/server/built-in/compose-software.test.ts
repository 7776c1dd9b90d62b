import { describe, expect, it } from "vitest";
import { softwareLines } from "../../../server/built-in/compose-software.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const said = async (name: string, input: unknown) =>
  softwareLines(["FooNet"], sortResults([await callTool(name, input)])).join("\n");

describe("softwareLines()", () => {
  it("says that a verdict is of the rest alone, and what stays free", async () => {
    const text = await said("memory-fit", { device: "orin-nx-16gb", workloads: [{ model: "yolo11s" }] });
    expect(text).toMatch(/“FooNet” is not on record here, so it is not counted: .* YOLO11s alone/);
    expect(text).toMatch(/On the Jetson Orin NX 16GB [\d.]+ GB stays free/);
  });

  it("says that nothing was sized, and what room there is", async () => {
    const text = await said("look-up", { name: "orin-nx-16gb" });
    expect(text).toMatch(/^\*\*Nothing was sized: “FooNet”/);
    expect(text).toMatch(/[\d.]+ GB on the Jetson Orin NX 16GB/);
  });

  it("says how to find out", () => {
    expect(softwareLines(["A", "B"], sortResults([])).join()).toMatch(
      /“A” and “B” are.*parameters.*tegrastats/,
    );
  });
});
