import { describe, expect, it } from "vitest";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { judgePrice } from "../../../tools/claims/price-judgement.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

function judge(raw: object) {
  const input = ClaimInput.parse({ device: "agx-orin-64gb", metric: "price", ...raw });
  return judgePrice(input, toClaimed(input), knowledge);
}

describe("judgePrice()", () => {
  it.each([
    { raw: { value: "3,499 USD", kind: "kit" }, code: "price-of-today", verdict: "consistent" },
    { raw: { value: 1999, kind: "kit" }, code: "stale-price", verdict: "doubtful" },
    {
      raw: { value: 1999, kind: "kit", source: "edge-llm-decision-framework" },
      code: "stale-price",
      verdict: "doubtful",
    },
    {
      raw: { value: 2499, source: "edge-llm-benchmark-2026" },
      code: "never-the-price",
      verdict: "implausible",
    },
    { raw: { value: 1999, kind: "module" }, code: "never-the-price", verdict: "implausible" },
  ])("calls $raw $code", ({ raw, code, verdict }) => {
    expect(judge(raw).reasons).toEqual([expect.objectContaining({ code, verdict })]);
  });

  it("names the price of today with its source", () => {
    const { reasons, facts } = judge({ value: 1999, kind: "kit" });
    expect(reasons[0]?.message).toContain("it is 3,499 USD (kit, 2026-07-21, cnx-software-2026-07-22) now");
    expect(facts).toEqual([expect.objectContaining({ id: "newest-price", value: 3499, unit: "USD" })]);
  });

  it("finds nothing for another metric, no board, or a board without prices", () => {
    expect(judge({ metric: "power-limit", value: 1 }).reasons).toEqual([]);
    expect(judge({ device: undefined, value: 1 }).reasons).toEqual([]);
    expect(judge({ device: { name: "x" }, value: 1 }).reasons).toEqual([]);
  });
});
