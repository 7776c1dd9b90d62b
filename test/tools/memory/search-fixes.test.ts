import { describe, expect, it } from "vitest";
import { drawLedger } from "../../../tools/memory/ledger.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { type Evaluate, searchFixes } from "../../../tools/memory/search-fixes.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const evaluate: Evaluate = (input) => {
  const on = board(input.device, input.powerMode);
  const workloads = input.workloads.map(place);
  const os = input.os ?? "desktop";
  const resolved = { ...input, os, workloads: workloads.map((placed) => placed.resolved) };
  return { plan: { input: resolved, workloads }, ledger: drawLedger(on, os, workloads, knowledge) };
};

function search(input: unknown) {
  const { plan, ledger } = evaluate(MemoryFitInput.parse(input));
  const fixes = searchFixes(plan, ledger, evaluate, knowledge);
  return { fixes, changes: fixes.map(({ change }) => change), verdict: ledger.verdict };
}

const mine = (gigabytes: number) => ({
  name: "Mine",
  memory: `${gigabytes} GB`,
  gpu: { computeCapability: 8.7 },
});

describe("searchFixes()", () => {
  it("finds nothing to do, when the plan fits", () => {
    expect(search({ device: "agx-orin-64gb", workloads: [{ model: "qwen3-8b" }] })).toMatchObject({
      verdict: "fits",
      fixes: [],
    });
  });

  it("takes of each lever the mildest setting that fits, and gives verdict and headroom with it", () => {
    const { fixes, changes, verdict } = search({ device: mine(9), workloads: [{ model: "qwen3-8b" }] });
    expect(verdict).toBe("tight");
    expect(changes).toEqual([
      "Qwen3 8B in IQ4_XS instead of Q4_K_M",
      "2,048 tokens of context",
      "KV cache in q8_0",
      "run headless, without the desktop",
      "llama.cpp with no prompt cache (--cache-ram 0), -ub 256",
      "move to Jetson Orin NX 16GB",
    ]);
    for (const fix of fixes) {
      const { verdict: after, headroomBytes } = evaluate(fix.input).ledger;
      expect([fix.verdict, fix.headroomBytes]).toEqual([after, headroomBytes]);
      expect(after).toBe("fits");
    }
  });

  it("turns levers together, when none alone makes it fit", () => {
    const workloads = [
      { model: "qwen3-8b", contextTokens: 32_768 },
      { model: "yolo11s", streams: 4 },
    ];
    const { fixes, changes } = search({ device: mine(8), workloads });
    const together = fixes.find(({ change }) => change.includes("; "));
    expect(together?.change).toMatch(
      /^run headless, without the desktop; llama.cpp with no prompt cache \(--cache-ram 0\); KV cache in q8_0; /,
    );
    expect(together?.input).toMatchObject({
      os: "headless",
      workloads: [{ promptCache: false, kvCacheType: "q8-0" }, {}],
    });
    expect(changes.at(-1)).toMatch(/^move to /);
    expect(fixes.filter(({ input }) => input.device !== fixes[0]?.input.device)).toHaveLength(1);
  });

  it("moves up to the next board on sale that takes the plan as it is, in its own highest mode", () => {
    const workloads = [{ model: "qwen3-32b" }];
    const { fixes } = search({
      device: "agx-orin-32gb",
      powerMode: "MODE_15W",
      workloads: [{ model: "qwen3-32b", contextTokens: 65_536 }],
    });
    const moved = fixes.at(-1);
    expect(moved).toMatchObject({ change: expect.stringContaining("64GB"), verdict: "fits" });
    expect(moved?.input).not.toHaveProperty("powerMode");
    expect(search({ device: "xavier-nx-8gb", workloads }).changes.at(-1)).toBe(
      "move to Jetson AGX Orin 32GB",
    );
  });

  it("moves only to current boards, never to Xavier, IGX, or another maker's", () => {
    for (const contextTokens of [4096, 32_768, 131_072])
      for (const model of ["qwen3-4b", "qwen3-14b", "qwen3-32b", "llama-3.1-70b"]) {
        const { fixes } = search({ device: "orin-nano-4gb", workloads: [{ model, contextTokens }] });
        const to = fixes.flatMap(({ input }) => (typeof input.device === "string" ? input.device : []));
        const moved = to.filter((id) => id !== "orin-nano-4gb");
        expect(moved).toHaveLength(1);
        expect(moved[0]).toMatch(/^(orin-|agx-orin-|thor-)/);
        expect(moved[0]).not.toMatch(/super$/);
      }
  });

  it("turns every lever to its end, when turning each a little is not enough", () => {
    const workloads = [
      { model: "qwen3-8b", contextTokens: 131_072, concurrency: 64 },
      { model: "yolo11s", streams: 32 },
    ];
    const { changes } = search({ device: mine(8), workloads });
    expect(changes[0]).toMatch(/-ub 128; KV cache in q4_0; 1,024 tokens of context; Qwen3 8B in Q2_K/);
  });

  it("finds nothing, when no change and no board is enough", () => {
    const workloads = [{ model: { name: "Huge", parametersBillions: 2000 } }];
    expect(search({ device: "thor-t5000", workloads })).toMatchObject({ verdict: "does-not-fit", fixes: [] });
  });

  it("offers for what is not supported only what is", () => {
    const { fixes, verdict } = search({
      device: "agx-orin-64gb",
      workloads: [{ model: "qwen3-8b", quantization: "nvfp4", runtime: "vllm" }],
    });
    expect(verdict).toBe("unsupported");
    expect(fixes.length).toBeGreaterThan(1);
    expect(fixes[0]?.input.workloads[0]?.quantization).toBe("awq-int4");
    expect(fixes.at(-1)?.change).toMatch(/^move to Jetson Thor/);
    for (const fix of fixes) expect(evaluate(fix.input).ledger.blockers).toEqual([]);
  });
});
