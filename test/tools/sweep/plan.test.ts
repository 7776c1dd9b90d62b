import { describe, expect, it } from "vitest";
import { evaluateConfiguration } from "../../../tools/sweep/configuration.ts";
import { judge, type Terms } from "../../../tools/sweep/entry.ts";
import { qualityRemark, sweptOptions, toPlan } from "../../../tools/sweep/plan.ts";
import { board, knowledge, place } from "../../fixtures/knowledge.ts";

const small = { model: "qwen3-4b", runtime: "ollama", kvCacheType: "q8_0" };
const detector = { model: "yolo11s" };

function planOf(workloads: object[], leading: number | undefined) {
  const terms: Terms = { setting: { os: "headless", promptTokens: 512, leading }, wanted: {} };
  const placed = workloads.map(place);
  const configuration = evaluateConfiguration(board("agx-orin-64gb"), placed, terms.setting, knowledge);
  return toPlan(judge(configuration, terms, 0, knowledge), terms, knowledge);
}

describe("toPlan()", () => {
  it("says what was chosen for a model", () => {
    const { settings, quality, bitsPerWeight } = planOf([small, detector], 0);
    expect(settings).toBe("Q4_K_M, 4,096 tokens, Ollama, q8_0 cache");
    expect(quality).toBe(qualityRemark(place(small)));
    expect(bitsPerWeight).toBeGreaterThan(4);
    expect(bitsPerWeight).toBeLessThan(6);
  });

  it("names the models where there are several, and nothing where there is none", () => {
    expect(planOf([small, { model: "qwen3-8b" }], 1).settings).toMatch(/^Qwen3 4B.* \+ Qwen3 8B/);
    expect(planOf([detector], undefined)).toMatchObject({
      settings: "as stated",
      quality: null,
      bitsPerWeight: null,
    });
  });
});

describe("qualityRemark()", () => {
  it("gives the bits a weight takes in all", () => {
    const model = { name: "Mine", parametersBillions: 8 };
    expect(qualityRemark(place({ model, quantization: "q8-0" }))).toBe("Q8_0: 8.5 bits a weight");
  });
});

describe("sweptOptions()", () => {
  it("lists each thing tried once, of language models only", () => {
    const options = [[place(small), place({ ...small, contextTokens: 8192 })], [place(detector)]];
    expect(sweptOptions([board("orin-nx-8gb"), board("orin-nx-16gb")], options)).toEqual({
      devices: ["orin-nx-8gb", "orin-nx-16gb"],
      powerModes: ["MAXN"],
      quantizations: ["q4-k-m"],
      contexts: [4096, 8192],
      runtimes: ["ollama"],
      kvCacheTypes: ["q8-0"],
    });
  });
});
