import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { prepare } from "../../../evals/backtest/quantity.ts";
import { calibrate } from "../../../evals/calibration/calibrate.ts";
import type { Calibrator } from "../../../evals/calibration/calibrators.ts";
import { fittedMark } from "../../../evals/calibration/fitted-assumptions.ts";
import { Assumption } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { parseYaml } from "../../../knowledge/load.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

/** A constant that tells how many runs its fit has seen. */
const countRuns: Calibrator = (view) => ({
  seen: Assumption.parse({
    value: view.allMeasurements().length,
    meaning: "runs",
    source: "own-fit",
    confidence: "low",
    sampleSize: 1,
  }),
});

it("calibrate() writes constants with their ranges and intervals from left-out runs, and keeps the rest", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "calibrate-")), "assumptions.yaml");
  writeFileSync(path, `kept: 1\n${fittedMark}\nold: 2\n`);
  const own = { id: "a", model: "qwen3-8b", source: "s", label: "a run", measured: 10 };
  const quantity = {
    id: "speed",
    title: "Speed",
    unit: "tok/s" as const,
    bar: null,
    fitted: true,
    cases: () => [own],
    estimate: async () => ({ expected: 15, interval: "interval-own" }),
    peers: {},
  };
  const prepared = (view: Knowledge) => [prepare(quantity, view)];
  const { seen, ...intervals } = await calibrate(knowledge, [countRuns], prepared, path);
  const all = knowledge.allMeasurements();
  const others = all.filter(({ model }) => model !== "qwen3-8b").length;
  expect(seen).toMatchObject({ value: all.length, range: [others, all.length] });
  expect(intervals["interval-own"]).toMatchObject({ value: 0.5, sampleSize: 1, fittedOn: ["a"] });
  expect(parseYaml(readFileSync(path, "utf8"))).toMatchObject({
    kept: 1,
    seen: { value: all.length },
    "interval-own": { value: 0.5 },
  });
  expect(readFileSync(path, "utf8")).not.toContain("old:");
});
