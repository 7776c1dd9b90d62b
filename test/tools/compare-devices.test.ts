import { describe, expect, it } from "vitest";
import { CompareDevicesInput, compareDevices } from "../../tools/compare-devices.ts";
import { estimateTokens } from "../../tools/digest/estimate-tokens.ts";
import { estimateSpeed, fitMemory, knowledge } from "../fixtures/knowledge.ts";

const vision = { model: "qwen2.5-vl-7b" };
const detector = { model: "yolo11s" };

const compare = async (input: object) =>
  compareDevices.run(CompareDevicesInput.parse({ workloads: [vision, detector], ...input }), knowledge);

describe("compare-devices", () => {
  it("ranks every module on sale by its newest price, what does not fit last", async () => {
    const { rows, best, configurations, rankedBy } = await compare({});
    expect(rankedBy).toBe("cheapest");
    expect(configurations).toBe(rows.length);
    expect(best).toMatchObject({ device: "orin-nx-16gb", verdict: "fits", price: { usd: 999 }, watts: 25 });
    const prices = rows.filter(({ meetsAll }) => meetsAll).map(({ price }) => price?.usd ?? 0);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    const short = rows.filter(({ verdict }) => verdict === "does-not-fit");
    expect(short.map(({ device }) => device)).toEqual(expect.arrayContaining(["orin-nano-8gb"]));
    expect(rows.slice(-short.length)).toEqual(short);
    for (const { whyNot } of short) expect(whyNot).toMatch(/^short by [\d.]+ GB$/);
  });

  it("gives the verdicts and speeds of memory-fit and estimate-throughput", async () => {
    const { rows } = await compare({ devices: ["orin-nx-16gb", "agx-orin-64gb"] });
    for (const { device, bytesNeeded, headroomBytes, verdict, decodeTokensPerSecond, evidence } of rows) {
      const fit = await fitMemory({ device, workloads: [vision, detector] });
      const speed = await estimateSpeed({ device, ...vision, coTenants: [detector] });
      expect({ bytesNeeded, headroomBytes, verdict }).toEqual({
        bytesNeeded: fit.bytesNeeded,
        headroomBytes: fit.headroomBytes,
        verdict: fit.verdict,
      });
      expect({ decodeTokensPerSecond, evidence }).toEqual({
        decodeTokensPerSecond: speed.decodeTokensPerSecond,
        evidence: speed.evidence,
      });
    }
  });

  it("takes every mode for the coolest, and gives the one of fewest watts", async () => {
    const { best, rows } = await compare({ rankBy: "coolest", devices: ["orin-nx-16gb", "agx-orin-64gb"] });
    expect(rows).toHaveLength(8);
    expect(best).toMatchObject({ device: "orin-nx-16gb", powerMode: "10W", watts: 10 });
  });

  it.each(["fastest", "headroom"] as const)("puts the %s first", async (rankBy) => {
    const { rows } = await compare({ rankBy });
    const values = rows
      .filter(({ verdict }) => verdict === "fits")
      .map(({ decodeTokensPerSecond, headroomBytes }) =>
        rankBy === "fastest" ? (decodeTokensPerSecond?.expected ?? 0) : headroomBytes,
      );
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it("holds budgets against each board, and has no best where none meets them", async () => {
    const wanted = { minimumTokensPerSecond: 15, powerBudgetWatts: 60, budgetUsd: 2000 };
    const { best, rows } = await compare(wanted);
    expect(best).toMatchObject({ device: "agx-orin-32gb", meetsAll: true, whyNot: null });
    expect(rows.some(({ whyNot }) => whyNot?.includes("is above 2,000 USD"))).toBe(true);
    const none = await compare({ ...wanted, budgetUsd: 500 });
    expect(none.best).toBeNull();
    expect(none.rows.every(({ meetsAll }) => !meetsAll)).toBe(true);
    expect(compareDevices.digest(none)).toMatch(/^none of \d+ meets all/);
  });

  it("is unsupported where board and format cannot be combined, and says why", async () => {
    const { rows } = await compare({
      workloads: [{ model: "qwen3-8b", runtime: "vllm", quantization: "nvfp4" }],
      devices: ["orin-nx-16gb", "thor-t5000"],
    });
    expect(rows.map(({ device, verdict }) => [device, verdict])).toEqual([
      ["thor-t5000", "fits"],
      ["orin-nx-16gb", "unsupported"],
    ]);
    expect(rows[1]?.blockers.map(({ code }) => code)).toEqual(["no-fp4-hardware"]);
  });

  it("compares detectors, which have no speed", async () => {
    const { best, assumptions } = await compare({ workloads: [detector], minimumTokensPerSecond: 10 });
    expect(best).toMatchObject({ decodeTokensPerSecond: null, evidence: null, meetsAll: true });
    expect(assumptions).toContain("no language model among the workloads, so no speed is asked");
  });

  it("gives the same again for what it resolved, whatever the input", async () => {
    const inputs = [
      {},
      { rankBy: "coolest", budgetUsd: 3000 },
      { devices: ["Thor", { name: "Mine", memory: "32 GiB", bandwidth: "100 GB/s" }], os: "headless" },
    ];
    for (const input of inputs) {
      const first = await compare(input);
      const again = await compareDevices.run(CompareDevicesInput.parse(first.resolved), knowledge);
      expect(again.rows).toEqual(first.rows);
      expect(again.resolved).toEqual(first.resolved);
    }
  });

  it("has unique fact ids, resolvable sources and a digest of at most 300 tokens", async () => {
    const result = await compare({ powerModes: "all" });
    const ids = result.facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of result.sources) expect(knowledge.source(id).title).not.toBe("");
    const digest = compareDevices.digest(result);
    expect(digest.split("\n").length).toBeGreaterThanOrEqual(5);
    expect(estimateTokens(digest)).toBeLessThanOrEqual(300);
  });

  it.each([{ workloads: [] }, { devices: [] }, { rankBy: "nicest" }])("refuses %j", async (input) => {
    const call = compareDevices.call({ workloads: [detector], ...input }, knowledge);
    await expect(call).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("asks back where a board's name means several", async () => {
    await expect(compare({ devices: ["Orin NX"] })).rejects.toMatchObject({ code: "ambiguous-id" });
  });
});
