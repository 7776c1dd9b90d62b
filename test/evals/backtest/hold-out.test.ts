import { describe, expect, it } from "vitest";
import { holdOut, withoutGroup } from "../../../evals/backtest/hold-out.ts";
import { type Case, prepare } from "../../../evals/backtest/quantity.ts";
import type { Calibrator } from "../../../evals/calibration/calibrators.ts";
import { Assumption } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

/** A constant that tells how many runs its fit has seen. */
const countRuns: Calibrator = (view) => ({
  seen: Assumption.parse({
    value: view.allMeasurements().length,
    meaning: "runs",
    source: "own-fit",
    confidence: "low",
  }),
});
const own = (model: string, source = "s"): Case => ({ id: model, model, source, label: model, measured: 1 });
const seen = async (_: Case, view: Knowledge) => ({ expected: view.assumption("seen").value });
const quantity = { id: "q", title: "Q", unit: "B" as const, bar: null, peers: {} };
const all = knowledge.allMeasurements();

describe("withoutGroup()", () => {
  it("shows neither the estimate nor the fit a run of the group", () => {
    const { view, constants } = withoutGroup(knowledge, "model", "qwen3-8b", [countRuns], () => ({}));
    const others = all.filter(({ model }) => model !== "qwen3-8b");
    expect(view.measurements("qwen3-8b")).toEqual([]);
    expect(view.assumption("seen").value).toBe(others.length);
    expect(constants.seen?.value).toBe(others.length);
    expect(others.length).toBeLessThan(all.length);
  });
});

describe("holdOut()", () => {
  it("fits anew for each group, and estimates with that", async () => {
    const models = ["qwen3-8b", "llama-3.1-8b"];
    const cases = () => models.map((model) => own(model));
    const prepared = [prepare({ ...quantity, fitted: true, cases, estimate: seen }, knowledge)];
    const { outcomes, constants } = await holdOut(prepared, "model", knowledge, [countRuns], () => ({}));
    expect(outcomes.map(({ own: { model }, estimated }) => [model, estimated?.expected])).toEqual(
      models.map((name) => [name, all.filter(({ model }) => model !== name).length]),
    );
    expect(constants.map((fitted) => fitted.seen?.value)).toEqual(
      outcomes.map(({ estimated }) => estimated?.expected),
    );
  });

  it("leaves out by source as well", async () => {
    const cases = () => [own("qwen3-8b", "wang-junjian-thor")];
    const prepared = [prepare({ ...quantity, fitted: true, cases, estimate: seen }, knowledge)];
    const {
      outcomes: [outcome],
    } = await holdOut(prepared, "source", knowledge, [countRuns], () => ({}));
    expect(outcome?.estimated?.expected).toBe(
      all.filter(({ source }) => source !== "wang-junjian-thor").length,
    );
  });

  it("fits nothing where nothing was fitted", async () => {
    const cases = () => [own("qwen3-8b")];
    const estimate = async (_: Case, view: Knowledge) => ({ expected: view.allMeasurements().length });
    const prepared = [prepare({ ...quantity, fitted: false, cases, estimate }, knowledge)];
    const {
      outcomes: [outcome],
    } = await holdOut(prepared, "model", knowledge, [countRuns], () => ({}));
    expect(outcome?.estimated?.expected).toBe(all.length);
  });
});
