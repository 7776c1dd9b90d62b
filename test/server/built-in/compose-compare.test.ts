import { describe, expect, it } from "vitest";
import { sweepBlocks, sweepHeadlines } from "../../../server/built-in/compose-compare.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const workloads = [{ model: "llama-3.1-8b" }];
const devices = ["orin-nx-16gb", "orin-nx-8gb"];

async function composed(tool: string, input: object) {
  const results = sortResults([await callTool(tool, { workloads, devices, ...input })]);
  const [headline = ""] = sweepHeadlines(results);
  const tables = sweepBlocks(results).flatMap(({ lines }) => lines);
  return { headline, table: tables.join("\n") };
}

describe("sweepHeadlines()", () => {
  it("says nothing where nothing was swept", () => {
    expect(sweepHeadlines(sortResults([]))).toEqual([]);
    expect(sweepBlocks(sortResults([])).flatMap(({ lines }) => lines)).toEqual([]);
  });

  it("names the best board with its figures", async () => {
    const { headline } = await composed("compare-devices", {});
    expect(headline).toMatch(
      /^\*\*The cheapest that holds it is the Jetson Orin NX 16GB in MAXN\.\*\* It fits: about [\d.]+ tok\/s, [\d.]+ GB of headroom, 999 USD \(module, 2026-07-21\), 25 W\./,
    );
  });

  it("names the first that keeps pace with a reader where the best does not", async () => {
    const { headline } = await composed("compare-devices", {
      workloads: [{ model: "llama-3.2-3b" }],
      devices: ["agx-orin-64gb"],
      rankBy: "coolest",
    });
    expect(headline).toMatch(/is the Jetson AGX Orin 64GB in MODE_15W\.\*\*/);
    expect(headline).toMatch(
      /The coolest that keeps pace with a reader is the Jetson AGX Orin 64GB in MODE_[35]0W: /,
    );
  });

  it("says what is nearest where no board meets all of it", async () => {
    const { headline } = await composed("compare-devices", { budgetUsd: 800 });
    expect(headline).toMatch(
      /^\*\*None of these boards meets all of that\.\*\* The nearest is the Jetson Orin/,
    );
    expect(headline).toMatch(/is above 800 USD|short by/);
  });

  it("names the plan of one board by its settings, of several with the board", async () => {
    const one = await composed("plan-system", { devices: ["orin-nx-16gb"], quantizations: ["q4-k-m"] });
    expect(one.headline).toMatch(/^\*\*Best on the Jetson Orin NX 16GB in MAXN: Q4_K_M, [\d,]+ tokens, /);
    const several = await composed("plan-system", {});
    expect(several.headline).toMatch(/^\*\*The cheapest is the Jetson Orin NX (?:16|8)GB in MAXN, with /);
  });

  it("says what is nearest where no plan meets all of it", async () => {
    const { headline, table } = await composed("plan-system", { workloads: [{ model: "llama-3.3-70b" }] });
    expect(headline).toMatch(/^\*\*No combination meets all of that\.\*\* The nearest is the .*: short by/);
    expect(table).toMatch(/^- Jetson Orin NX (?:16|8)GB: short by/);
  });
});

describe("sweepBlocks()", () => {
  it("sets the boards side by side, with what is against them", async () => {
    const { table } = await composed("compare-devices", {});
    const [head, rule, first, second, ...more] = table.split("\n");
    expect(head).toBe("| board | verdict | headroom | one stream | price | power | against it |");
    expect(rule).toBe("|---|---|---|---|---|---|---|");
    expect(first).toMatch(/^\| Jetson Orin NX 16GB in MAXN \| fits \| [\d.]+ GB \| [\d.]+ tok\/s \|/);
    expect(second).toMatch(/^\| Jetson Orin NX 8GB in MAXN \| does not fit \|.*\| short by [\d.]+ [MG]B \|$/);
    expect(more).toEqual([]);
  });

  it("gives no headroom to what is unsupported", async () => {
    const { table } = await composed("compare-devices", {
      workloads: [{ model: "llama-3.1-8b", runtime: "vllm", quantization: "nvfp4" }],
    });
    expect(table).toMatch(/\| unsupported \| – \| – \|/);
  });

  it("lists plans with their settings and weights", async () => {
    const { table } = await composed("plan-system", {});
    const [head, , first] = table.split("\n");
    expect(head).toBe("| plan | board | verdict | headroom | one stream | price | power | weights |");
    expect(first).toMatch(/bits a weight \|$/);
    expect(table.split("\n")).toHaveLength(8);
  });
});
