import { describe, expect, it } from "vitest";
import { hideMeasurements, replaceAssumptions, replaceMeasurements } from "../../evals/knowledge-view.ts";
import { Assumption } from "../../knowledge/evidence-schema.ts";
import { knowledge } from "../fixtures/knowledge.ts";

describe("hideMeasurements()", () => {
  const view = hideMeasurements(knowledge, ({ runtime }) => runtime === "vllm");

  it("hides runs from every look-up, and only those", () => {
    const all = knowledge.allMeasurements();
    expect(view.allMeasurements()).toEqual(all.filter(({ runtime }) => runtime !== "vllm"));
    expect(view.measurements("qwen3-8b").map(({ runtime }) => runtime)).not.toContain("vllm");
    expect(view.measurements("qwen3-8b").length).toBeGreaterThan(0);
    expect(knowledge.measurements("qwen3-8b").map(({ runtime }) => runtime)).toContain("vllm");
  });

  it("leaves everything else as it is", () => {
    expect(view.devices).toBe(knowledge.devices);
    expect(view.assumption("reserve-share")).toBe(knowledge.assumption("reserve-share"));
  });
});

describe("replaceMeasurements()", () => {
  it("shows other runs to every look-up", () => {
    const [row] = knowledge.measurements("qwen3-8b");
    if (!row) throw new Error("wanted a run of Qwen3 8B");
    const view = replaceMeasurements(knowledge, [row]);
    expect(view.allMeasurements()).toEqual([row]);
    expect(view.measurements("qwen3-8b")).toEqual([row]);
    expect(view.measurements("llama-3.1-8b")).toEqual([]);
  });
});

describe("replaceAssumptions()", () => {
  const other = Assumption.parse({ value: 7, meaning: "x", source: "own-fit", confidence: "low" });
  const view = replaceAssumptions(knowledge, { "reserve-share": other });

  it("sets constants otherwise, for those who ask and those who look whether there is one", () => {
    expect(view.assumption("reserve-share").value).toBe(7);
    expect(view.findAssumption("reserve-share")?.value).toBe(7);
    expect(view.assumption("reserve-minimum")).toBe(knowledge.assumption("reserve-minimum"));
    expect(() => view.assumption("toString")).toThrow(/toString/);
  });
});
