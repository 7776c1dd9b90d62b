import { describe, expect, it } from "vitest";
import { llamaEvidence } from "../../fixtures/check-evidence.ts";

describe("findingsOf()", () => {
  it("has the verdict and the pace of each board with the fact that decides it", async () => {
    const { verdicts } = await llamaEvidence();
    expect(verdicts).toMatchObject([
      { name: "Jetson Orin NX 16GB", verdict: "fits", fact: "1.headroom" },
      { name: "Jetson Orin NX 16GB", pace: "slow", fact: "2.decode" },
      { name: "Jetson Orin NX 8GB", verdict: "does-not-fit", fact: "3.headroom" },
      { name: "Jetson Orin NX 8GB", pace: "slow", fact: "4.decode" },
    ]);
    expect(verdicts[2]?.fixes.length).toBeGreaterThan(0);
    expect([...(verdicts[0]?.boards ?? [])]).toEqual(["orin-nx-16gb"]);
  });
});
