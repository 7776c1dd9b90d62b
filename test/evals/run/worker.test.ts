import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeTrial } from "../../../evals/run/worker.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";
import { evalCasesFolder } from "../../fixtures/eval-cases-folder.ts";

const setUp = {
  indexFolder: join(tmpdir(), "jetson-advisor-server-tests"),
  casesFolder: evalCasesFolder().casesFolder,
  model: "built-in",
  mode: "guided",
  checked: true,
  timeoutMs: 60_000,
  limits: usualLimits,
} as const;

describe("makeTrial()", () => {
  it("asks the case of a task and scores the answer", async () => {
    const trial = await makeTrial({ setUp, task: { case: "small/grid/qwen3-8b", trial: 2 } });
    expect(trial).toMatchObject({ status: "scored", case: "small/grid/qwen3-8b", trial: 2, tags: ["fit"] });
    expect(trial.status === "scored" && trial.scores.every(({ passed }) => passed)).toBe(true);
  });

  it("knows no other cases", async () => {
    await expect(makeTrial({ setUp, task: { case: "small/none", trial: 1 } })).rejects.toThrow(
      /no such case/,
    );
  });
});
