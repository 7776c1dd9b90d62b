import { describe, expect, it } from "vitest";
import {
  fitSpeculation,
  fittedShare,
  speculationParameters,
  speculativeRuns,
} from "../../../evals/calibration/speculation.ts";
import { hideMeasurements } from "../../../evals/knowledge-view.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("fittedShare()", () => {
  it("is what the middle run asks for, by the weight of the share in its time", () => {
    const asks = (share: number, target = 1) => ({ measured: 10, rest: 10 - share * target, target });
    expect(fittedShare([asks(1), asks(2), asks(9)])).toBe(2);
    expect(fittedShare([asks(1), asks(2), asks(0.5, 8)])).toBe(0.5);
    expect(fittedShare([asks(-1)])).toBe(0);
    expect(fittedShare([])).toBe(0);
  });
});

describe("speculativeRuns()", () => {
  it("takes runs whose acceptance is told, and explains most of their passes", () => {
    const runs = speculativeRuns(knowledge);
    expect(runs.length).toBeGreaterThan(40);
    for (const { run, rest, measured } of runs) {
      expect(run.row.acceptedTokensPerPass).toBeGreaterThan(1);
      expect(rest / measured).toBeGreaterThan(0.4);
    }
  });
});

describe("fitSpeculation()", () => {
  it("gives what is on record", () => {
    const fitted = fitSpeculation(knowledge);
    expect(Object.keys(fitted)).toEqual(Object.keys(speculationParameters));
    for (const [id, { value }] of Object.entries(fitted))
      expect(value, id).toBe(knowledge.assumption(id).value);
  });

  it("stands on an estimate where no run tells", () => {
    const none = hideMeasurements(knowledge, ({ speculation }) => speculation !== undefined);
    expect(fitSpeculation(none)["speculation-draft-share-eagle"]?.value).toBe(
      knowledge.assumption("speculation-draft-share-other").value,
    );
  });
});
