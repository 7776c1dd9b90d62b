import { beforeAll, describe, expect, it } from "vitest";
import { type Outcome, sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const workloads = [{ model: "llama-3.1-8b" }];
let outcomes: Outcome[];

beforeAll(async () => {
  outcomes = [
    await callTool("search-documents", { query: "MIG" }),
    await callTool("memory-fit", { device: "orin-nx-16gb", workloads }),
    await callTool("look-up", { name: "orin-nx-16gb" }),
    { name: "memory-fit", input: {}, error: "Cannot run memory-fit." },
    await callTool("memory-fit", { device: "agx-orin-64gb", workloads }),
    await callTool("decision-tree", { streams: 4 }),
    await callTool("estimate-throughput", { device: "orin-nx-16gb", model: "llama-3.1-8b" }),
    await callTool("fleet-cost", { device: "orin-nx-16gb", devices: 3 }),
  ];
});

describe("sortResults()", () => {
  it("puts each result with its tool, in the order of the calls", () => {
    const { fits, speeds, costs, decisions, lookUps, searches, errors } = sortResults(outcomes);
    expect(fits.map(({ names }) => names.device)).toEqual(["Jetson Orin NX 16GB", "Jetson AGX Orin 64GB"]);
    expect(speeds.map(({ names }) => names.device)).toEqual(["Jetson Orin NX 16GB"]);
    expect(costs.map(({ resolved }) => resolved.devices)).toEqual([3]);
    expect(decisions.map(({ resolved }) => resolved)).toEqual([{ streams: 4 }]);
    expect(lookUps.map(({ id }) => id)).toEqual(["orin-nx-16gb"]);
    expect(searches.map(({ resolved }) => resolved.query)).toEqual(["MIG"]);
    expect(errors).toEqual(["Cannot run memory-fit."]);
  });

  it("tells what was compared from what was planned", async () => {
    const swept = [
      await callTool("plan-system", { workloads, devices: ["orin-nx-16gb"], limit: 1 }),
      await callTool("compare-devices", { workloads, devices: ["orin-nx-16gb"] }),
    ];
    const { comparisons, systemPlans, ...others } = sortResults(swept);
    expect(comparisons.map(({ rows }) => rows.length)).toEqual([1]);
    expect(systemPlans.map(({ plans }) => plans.length)).toEqual([1]);
    expect(Object.values(others).flat()).toEqual([]);
  });

  it("tells claims from measured runs", async () => {
    const sorted = sortResults([
      await callTool("check-claim", { device: "orin-nx-16gb", metric: "bandwidth", value: "100 GB/s" }),
      await callTool("find-measurements", { model: "llama-3.1-8b", limit: 1 }),
    ]);
    const { claims, findings, ...others } = sorted;
    expect(claims.map(({ verdict }) => verdict)).toEqual(["implausible"]);
    expect(findings.map(({ name }) => name)).toEqual(["Llama 3.1 8B Instruct"]);
    expect(Object.values(others).flat()).toEqual([]);
  });

  it("puts no result in two places", () => {
    const { fits, speeds, costs, decisions, lookUps, searches } = sortResults(outcomes);
    const sorted = [...fits, ...speeds, ...costs, ...decisions, ...lookUps, ...searches];
    expect(sorted).toHaveLength(outcomes.length - 1);
    expect(new Set(sorted).size).toBe(sorted.length);
  });

  it("is empty for a turn without calls", () => {
    expect(Object.values(sortResults([])).flat()).toEqual([]);
  });
});
