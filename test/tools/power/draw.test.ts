import { describe, expect, it } from "vitest";
import { decodeDraw, idleDraw, isUncapped, powerBudget } from "../../../tools/power/draw.ts";
import { assume, board, knowledge, place } from "../../fixtures/knowledge.ts";

const qwen = place({ model: "qwen3-8b" });

describe("isUncapped()", () => {
  it.each([
    { device: "agx-orin-64gb", mode: "MAXN", uncapped: true },
    { device: "orin-nano-8gb-super", mode: "MAXN_SUPER", uncapped: true },
    { device: "orin-nano-8gb-super", mode: "25W", uncapped: false },
  ])("is $uncapped for $mode of $device", ({ device, mode, uncapped }) => {
    expect(isUncapped(board(device, mode).mode)).toBe(uncapped);
  });

  it("is false where no mode is on record", () => {
    expect(isUncapped(null)).toBe(false);
  });
});

describe("powerBudget()", () => {
  it("is what the mode allows", () => {
    expect(powerBudget(board("agx-orin-64gb", "30W"))).toEqual({
      watts: 30,
      mode: "MODE_30W",
      reckoned: false,
    });
  });

  it("is that of the highest capped mode where this one has none", () => {
    expect(powerBudget(board("orin-nano-8gb-super", "MAXN_SUPER"))).toEqual({
      watts: 25,
      mode: "25W",
      reckoned: true,
    });
  });

  it.each(["rtx-5080", "igx-thor-t7000"])("is not known for %s", (device) => {
    expect(powerBudget(board(device))).toBeUndefined();
  });
});

describe("decodeDraw()", () => {
  it("takes a share of the budget where nobody measured, and never the budget itself", () => {
    const draw = decodeDraw(board("agx-orin-64gb", "50W"), qwen, knowledge);
    expect(draw?.watts.expected).toBe(50 * assume("decode-power-share"));
    expect(draw?.watts.high).toBeLessThan(50);
    expect(draw?.evidence).toBe("calibrated");
    expect(draw?.text).toContain("budget 50 W in MODE_50W");
  });

  it("is wider and only a formula in a mode without a cap", () => {
    const capped = decodeDraw(board("orin-nano-8gb-super", "25W"), qwen, knowledge);
    const open = decodeDraw(board("orin-nano-8gb-super", "MAXN_SUPER"), qwen, knowledge);
    expect(open?.watts.expected).toBeGreaterThan(capped?.watts.expected ?? 0);
    expect(open?.watts.high).toBeGreaterThan(capped?.watts.high ?? 0);
    expect([capped?.evidence, open?.evidence]).toEqual(["calibrated", "formula"]);
    expect(open?.text).toContain("MAXN_SUPER has no cap");
  });

  it("knows less of Thor", () => {
    const draw = decodeDraw(board("thor-t5000", "120W"), qwen, knowledge);
    expect(draw?.watts.expected).toBe(120 * assume("decode-power-share-thor"));
    expect([draw?.evidence, draw?.source]).toEqual(["formula", "own-estimate"]);
  });

  it("is what a run of the same configuration drew", () => {
    const llama = place({ model: "llama-3.1-8b", contextTokens: 187 });
    const draw = decodeDraw(board("agx-orin-64gb", "30W"), llama, knowledge);
    expect(draw).toMatchObject({ evidence: "measured-here", source: "jetson-llm-maxperf" });
    expect(draw?.watts.expected).toBe(18);
  });

  it("is unknown without any watts on record", () => {
    expect(decodeDraw(board("rtx-5080"), qwen, knowledge)).toBeNull();
  });

  it("agrees with the runs the share was fitted on", () => {
    const { value, range = [0, 0], fittedOn = [] } = knowledge.assumption("decode-power-share");
    const rows = knowledge.measurements("llama-3.1-8b").filter(({ id }) => fittedOn.includes(id));
    const shares = rows
      .map((row) => row.value / (powerBudget(board(row.device, row.powerMode))?.watts ?? 0))
      .sort((a, b) => a - b);
    expect(shares).toHaveLength(8);
    expect(((shares[3] ?? 0) + (shares[4] ?? 0)) / 2).toBeCloseTo(value, 2);
    expect(shares[0]).toBeGreaterThan(range[0]);
    expect(shares[7]).toBeLessThan(range[1]);
  });
});

describe("idleDraw()", () => {
  it("is a small share of the budget", () => {
    expect(idleDraw(board("agx-orin-64gb", "30W"), knowledge)?.expected).toBe(
      30 * assume("idle-power-share"),
    );
    expect(idleDraw(board("rtx-5080"), knowledge)).toBeNull();
  });
});
