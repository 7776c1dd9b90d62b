import { describe, expect, it } from "vitest";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { judgeQuotient } from "../../../tools/claims/quotient-judgement.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

function judge(raw: object) {
  const input = ClaimInput.parse({ metric: "ratio", ...raw });
  return judgeQuotient(input, toClaimed(input), knowledge).reasons;
}

describe("judgeQuotient()", () => {
  it.each([
    { raw: { value: 7, quotient: [88.62, 12.64] }, verdict: "consistent" },
    { raw: { value: 2.5, quotient: [16.19, 6.27] }, verdict: "doubtful" },
    { raw: { value: 2, quotient: [102.4, 68] }, verdict: "implausible" },
    { raw: { value: 0, upTo: 0.5, quotient: [1999, 3499] }, verdict: "doubtful" },
    { raw: { value: 0.3, upTo: 0.5, quotient: [2, 5] }, verdict: "consistent" },
  ])("calls $raw $verdict", ({ raw, verdict }) => {
    expect(judge(raw).map((reason) => reason.verdict)).toEqual([verdict]);
  });

  it("shows the division, and finds nothing without one", () => {
    expect(judge({ value: 3, quotient: [12, 6] })[0]?.message).toBe("12 ÷ 6 = 2; claimed is 3.");
    expect(judge({ value: 3 })).toEqual([]);
  });
});
