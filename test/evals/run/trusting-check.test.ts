import { describe, expect, it } from "vitest";
import { trustingCheck } from "../../../evals/run/trusting-check.ts";
import { checkText } from "../../../server/check/check.ts";
import { evidenceOf } from "../../../server/check/evidence.ts";
import { namesOf } from "../../../server/check/names.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

describe("trustingCheck()", () => {
  it("lets stand what the check does not, and finds the same claims", () => {
    const evidence = evidenceOf("With 8 GB?", [], namesOf(knowledge));
    const text = "It runs at 999 tok/s in 8 GB.";
    const [doubting, trusting] = [checkText(text, evidence), trustingCheck(text, evidence)];
    expect(doubting.unverified.map((claim) => claim.text)).toEqual(["999 tok/s"]);
    expect(trusting.unverified).toEqual([]);
    expect(trusting.verified.map((claim) => claim.text)).toEqual(["999 tok/s"]);
    expect(trusting.given).toEqual(doubting.given);
  });
});
