import { describe, expect, it } from "vitest";
import { Model } from "../../../knowledge/schema.ts";
import { tensorClasses } from "../../../tools/formulas/tensor-classes.ts";
import { isLanguageModel } from "../../../tools/placement/workload.ts";
import { knowledge, languageModel } from "../../fixtures/knowledge.ts";

const parametersOf = (model: Model, ...roles: string[]): number =>
  tensorClasses(model)
    .filter(({ role }) => roles.length === 0 || roles.includes(role))
    .reduce((sum, { parameters }) => sum + parameters, 0);

describe("tensorClasses()", () => {
  it("takes Llama 3.1 8B apart: 128,256 × 4,096 twice, 32 layers of attention and three matrices", () => {
    const model = languageModel("llama-3.1-8b");
    expect(parametersOf(model, "embedding")).toBe(525_336_576);
    expect(parametersOf(model, "output")).toBe(525_336_576);
    expect(parametersOf(model, "query", "attention-output")).toBe(2 * 32 * 4096 * 4096);
    expect(parametersOf(model, "key")).toBe(32 * 4096 * 1024);
    expect(parametersOf(model, "down")).toBe(32 * 4096 * 14336);
    expect(parametersOf(model, "full")).toBe(65 * 4096);
    expect(parametersOf(model, "other")).toBe(0);
  });

  it.each(["qwen2.5-7b", "gemma-3-4b", "nemotron-nano-9b-v2", "qwen3.5-4b", "lfm2-8b-a1b", "gemma-4-e2b"])(
    "explains nearly all of %s by its shape",
    (name) => {
      const model = languageModel(name);
      expect(parametersOf(model, "other") / parametersOf(model)).toBeLessThan(0.02);
    },
  );

  it("adds up to the published total without tower and auxiliary weights, for every model", () => {
    for (const { id, value } of knowledge.models.entries) {
      if (!isLanguageModel(value) || value.parametersBillions === undefined) continue;
      const outside = (value.visionParametersMillions ?? 0) + (value.auxiliaryParametersMillions ?? 0);
      const total = value.parametersBillions * 1e9 - outside * 1e6;
      expect(Math.abs(parametersOf(value) / total - 1), id).toBeLessThan(0.001);
    }
  });

  it("knows of a model only its size, and still splits it", () => {
    const classes = tensorClasses(Model.parse({ name: "Mine", parametersBillions: 7 }));
    expect(classes.every(({ parameters, row }) => parameters >= 0 && row >= 0)).toBe(true);
    expect(parametersOf(Model.parse({ name: "Mine", parametersBillions: 7 }))).toBeCloseTo(7e9, 0);
  });

  it("takes for routed experts what stays inactive, when nobody says how large one is", () => {
    const model = Model.parse({
      name: "Mine",
      parametersBillions: 8,
      activeBillions: 2,
      experts: { count: 8, perToken: 2 },
    });
    const routed = tensorClasses(model).filter(({ routed: isRouted }) => isRouted);
    expect(routed.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(8e9);
    expect(routed.map(({ role }) => role)).toEqual(["gate", "up", "down"]);
  });

  it("scales a shape that claims more than the total down to it", () => {
    const model = Model.parse({
      name: "Mine",
      parametersBillions: 1,
      layers: 32,
      hiddenSize: 4096,
      intermediateSize: 14336,
    });
    expect(parametersOf(model)).toBeCloseTo(1e9, 0);
  });

  it("counts positions by all layers for experts, by those with a feed-forward part for dense hybrids", () => {
    const down = (name: string) => tensorClasses(languageModel(name)).find(({ role }) => role === "down");
    expect(down("nemotron-nano-9b-v2")).toMatchObject({ members: 25, counted: 56 });
    expect(down("nemotron-3-nano-30b-a3b")).toMatchObject({ members: 52, counted: 52, routed: true });
  });
});
