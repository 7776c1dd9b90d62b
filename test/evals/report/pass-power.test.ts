import { describe, expect, it } from "vitest";
import { passPower } from "../../../evals/report/pass-power.ts";

describe("passPower()", () => {
  it.each([
    { passed: 3, trials: 4, k: 1, share: 3 / 4 },
    { passed: 3, trials: 4, k: 2, share: 3 / 6 },
    { passed: 3, trials: 4, k: 3, share: 1 / 4 },
    { passed: 3, trials: 4, k: 4, share: 0 },
    { passed: 4, trials: 4, k: 4, share: 1 },
    { passed: 0, trials: 4, k: 1, share: 0 },
  ])("is C($passed, $k) ÷ C($trials, $k)", ({ passed, trials, k, share }) => {
    expect(passPower(passed, trials, k)).toBeCloseTo(share, 12);
  });

  it("tells nothing of more trials than there were", () => {
    expect(passPower(2, 2, 3)).toBeUndefined();
  });
});
