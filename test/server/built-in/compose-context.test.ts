import { describe, expect, it } from "vitest";
import {
  contextBlock,
  contextHeadline,
  contextTable,
  isContextSweep,
} from "../../../server/built-in/compose-context.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

async function sweep(device: string, more: object = {}) {
  const contexts = [4096, 8192, 40960];
  const varied = { contexts, quantizations: ["q4-k-m"], runtimes: ["llama-cpp"], rankBy: "headroom" };
  const input = { workloads: [{ model: "qwen3-8b" }], devices: [device], ...varied, ...more };
  const { systemPlans } = sortResults([await callTool("plan-system", input)]);
  const [system] = systemPlans;
  if (!system) throw new Error("no plan");
  return system;
}

describe("isContextSweep()", () => {
  it("tells contexts in one format and engine from a search for a plan", async () => {
    expect(isContextSweep(await sweep("orin-nx-16gb"))).toBe(true);
    expect(isContextSweep(await sweep("orin-nx-16gb", { quantizations: ["q4-k-m", "q8-0"] }))).toBe(false);
  });
});

describe("contextHeadline()", () => {
  it("names the longest context that fits", async () => {
    const line = contextHeadline(await sweep("orin-nx-16gb"));
    expect(line).toMatch(/Longest context tried that fits on the Jetson Orin NX 16GB .*40,960 tokens/);
    expect(line).toContain("More was not tried");
  });

  it("says by how much none fits", async () => {
    const line = contextHeadline(await sweep("orin-nano-4gb"));
    expect(line).toMatch(/^\*\*None of the contexts .* fits on the Jetson Orin Nano 4GB\.\*\* .*short by/);
  });
});

describe("contextTable()", () => {
  it("has the longest first", async () => {
    const system = await sweep("orin-nx-16gb");
    expect(contextTable(system).split("\n")[2]).toContain("40,960 tokens");
    expect(contextBlock([system]).lines).toEqual([contextTable(system)]);
  });

  it("is left out where nothing fits", async () => {
    expect(contextBlock([await sweep("orin-nano-4gb")]).lines).toEqual([]);
  });
});
