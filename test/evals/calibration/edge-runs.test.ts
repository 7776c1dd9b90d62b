import { describe, expect, it } from "vitest";
import { edgeMemoryRuns, edgeWorkload } from "../../../evals/calibration/edge-runs.ts";
import { assume, fitMemory, knowledge } from "../../fixtures/knowledge.ts";

const runs = edgeMemoryRuns(knowledge);
const find = (id: string) => {
  const run = runs.find(({ row }) => row.id === id);
  if (!run) throw new Error(`no run ${id}`);
  return run;
};

describe("edgeMemoryRuns()", () => {
  it("are those of the dashboards on Orin: 82 without a draft, 36 with one", () => {
    expect(runs.filter(({ row }) => row.speculation === undefined)).toHaveLength(82);
    expect(runs.filter(({ row }) => row.speculation !== undefined)).toHaveLength(36);
    expect(runs.filter(({ row }) => row.device.includes("thor"))).toEqual([]);
  });

  it("hold a run of two files once, as the row that tells its image tokens", () => {
    const ids = runs.map(({ row }) => row.id);
    expect(ids).toContain("e0117d");
    expect(ids).not.toContain("m0212");
  });

  it("estimate the peak as the sum of the lines it covers", async () => {
    const { row, workload, peakBytes } = find("e0117d");
    const { lines } = await fitMemory({ device: row.device, workloads: [workload] });
    const own = lines.filter(({ workload: index }) => index === 0);
    const sum = own.reduce((total, { bytes }) => total + bytes, 0);
    expect(Math.abs(peakBytes(assume) - sum)).toBeLessThan(10);
  });
});

describe("edgeWorkload()", () => {
  it("is of a text-only engine where no image tokens are told, with the published cache where none is stated", () => {
    const row = {
      id: "x",
      device: "agx-orin-64gb",
      model: "qwen3.5-4b",
      quantization: "awq-int4",
      runtime: "tensorrt-edge-llm",
      concurrency: 8,
      metric: "memory",
      value: 1,
      confidence: "medium",
      plausible: true,
      coldStart: false,
      source: "somewhere",
    } as const;
    expect(edgeWorkload(row, knowledge)).toEqual({
      model: "qwen3.5-4b",
      quantization: "awq-int4",
      runtime: "tensorrt-edge-llm",
      contextTokens: 2200,
      concurrency: 8,
      images: 0,
    });
    expect(
      edgeWorkload({ ...row, imageTokens: 265, contextTokens: 900, speculation: "MTP" }, knowledge),
    ).toMatchObject({
      contextTokens: 900,
      images: 1,
      speculativeDecoding: { method: "MTP" },
    });
  });
});
