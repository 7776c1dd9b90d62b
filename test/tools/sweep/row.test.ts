import { describe, expect, it } from "vitest";
import { evaluateConfiguration } from "../../../tools/sweep/configuration.ts";
import { judge, type Terms } from "../../../tools/sweep/entry.ts";
import type { Requirements } from "../../../tools/sweep/requirements.ts";
import { toRow } from "../../../tools/sweep/row.ts";
import { board, fitMemory, knowledge, place } from "../../fixtures/knowledge.ts";

function rowOf(device: string, workload: object, wanted: Requirements = {}) {
  const terms: Terms = { setting: { os: "headless", promptTokens: 512, leading: 0 }, wanted };
  const configuration = evaluateConfiguration(board(device), [place(workload)], terms.setting, knowledge);
  return toRow(configuration, judge(configuration, terms, 0, knowledge), terms, knowledge);
}

describe("toRow()", () => {
  it("gives the input for memory-fit that gives the same verdict", async () => {
    const row = rowOf("orin-nx-16gb", { model: "llama-3.1-8b" });
    const { verdict, headroomBytes, bytesNeeded, bytesAvailable } = await fitMemory(row.input);
    expect(row).toMatchObject({ verdict, headroomBytes, bytesNeeded, bytesAvailable, meetsAll: true });
    expect(row.input).toMatchObject({ device: "orin-nx-16gb", powerMode: "MAXN", os: "headless" });
    expect(row.price).toEqual({ usd: 999, kind: "module", date: "2026-07-21", source: "nvidia-jetson-faq" });
    expect(row.whyNot).toBeNull();
  });

  it("says everything that is against a board", () => {
    const { meetsAll, whyNot } = rowOf(
      "agx-orin-64gb",
      { model: "qwen3-4b" },
      { powerBudgetWatts: 30, budgetUsd: 1000 },
    );
    expect(meetsAll).toBe(false);
    expect(whyNot).toBe("60 W is above 30 W; 3,499 USD is above 1,000 USD");
  });

  it("says why something is unsupported in the words of the blocker", () => {
    const row = rowOf("orin-nx-16gb", { model: "qwen3-4b", runtime: "vllm", quantization: "nvfp4" });
    expect(row).toMatchObject({ verdict: "unsupported", decodeTokensPerSecond: null });
    expect(row.whyNot).toBe(row.blockers[0]?.message);
  });
});
