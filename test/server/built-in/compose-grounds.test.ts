import { describe, expect, it } from "vitest";
import { assumptionBlock, sourceBlock } from "../../../server/built-in/compose-grounds.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const fitOn = (device: string, quantization?: string) =>
  callTool("memory-fit", {
    device,
    workloads: [{ model: "llama-3.1-8b", ...(quantization && { quantization }) }],
  });

describe("assumptionBlock()", () => {
  it("lists what was filled in, once, for two boards", async () => {
    const results = sortResults([await fitOn("orin-nx-16gb"), await fitOn("agx-orin-64gb")]);
    const { lines } = assumptionBlock("Does it fit?", results);
    expect(lines).toContain("- desktop running");
    expect(new Set(lines).size).toBe(lines.length);
  });

  it("speaks of energy only where it is asked", async () => {
    const speed = await callTool("estimate-throughput", { device: "orin-nx-16gb", model: "llama-3.1-8b" });
    const energy = (question: string) =>
      assumptionBlock(question, sortResults([speed])).lines.some((line) => line.includes("energy:"));
    expect(energy("How fast is it?")).toBe(false);
    expect(energy("How much energy does it take?")).toBe(true);
  });

  it("assumes nothing where nothing can run", async () => {
    expect(
      assumptionBlock("Does it fit?", sortResults([await fitOn("agx-orin-64gb", "nvfp4")])).lines,
    ).toEqual([]);
  });
});

describe("sourceBlock()", () => {
  it("names sources with their date, and says when there are more", async () => {
    const results = sortResults([await fitOn("orin-nx-16gb"), await fitOn("thor-t5000")]);
    const { lines } = sourceBlock(results);
    const [fit] = results.fits;
    expect(fit?.sources.some(({ title }) => lines.some((line) => line.includes(title)))).toBe(true);
    expect(lines.length).toBeLessThanOrEqual(9);
    expect(lines.at(-1)).toBe("- and others, all in the tools' results");
  });
});
