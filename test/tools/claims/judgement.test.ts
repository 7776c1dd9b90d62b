import { describe, expect, it } from "vitest";
import {
  againstLimit,
  againstRange,
  claimedWords,
  factorWords,
  gravest,
} from "../../../tools/claims/judgement.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const exactly = (value: number) => ({ low: value, high: value });

describe("gravest()", () => {
  it.each([
    { verdicts: [], worst: "unknown" },
    { verdicts: ["consistent", "unknown"], worst: "consistent" },
    { verdicts: ["doubtful", "impossible", "implausible"], worst: "impossible" },
  ] as const)("of $verdicts is $worst", ({ verdicts, worst }) => {
    expect(gravest(verdicts)).toBe(worst);
  });
});

describe("claimedWords()", () => {
  it("says one figure once, and a range with both ends", () => {
    expect(claimedWords(exactly(52), "tok/s")).toBe("52 tok/s");
    expect(claimedWords({ low: 1e9, high: 2e9 }, "B")).toBe("1.00 GB to 2.00 GB");
  });
});

describe("factorWords()", () => {
  it.each([
    [1.5598, "1.56"],
    [0.25, "0.25"],
    [12, "12"],
  ])("of %s is %s", (factor, words) => {
    expect(factorWords(factor)).toBe(words);
  });
});

describe("againstLimit()", () => {
  const most = {
    value: 100,
    side: "most",
    code: "above",
    words: "200 GB/s ÷ 2 GB = 100 tok/s at most",
  } as const;
  const least = { value: 100, side: "least", code: "below", words: "it takes 100 ms at least" } as const;

  it.each([
    { limit: most, claimed: exactly(102), found: [] },
    { limit: most, claimed: exactly(102.1), found: ["impossible"] },
    { limit: most, claimed: { low: 90, high: 110 }, found: ["implausible"] },
    { limit: least, claimed: exactly(98.1), found: [] },
    { limit: least, claimed: exactly(98), found: ["impossible"] },
    { limit: least, claimed: { low: 90, high: 110 }, found: ["implausible"] },
  ])("finds $found for $claimed at $limit.side 100", ({ limit, claimed, found }) => {
    const reasons = againstLimit(claimed, limit, "tok/s", knowledge);
    expect(reasons.map(({ verdict }) => verdict)).toEqual(found);
  });

  it("shows the arithmetic", () => {
    expect(againstLimit(exactly(156), most, "tok/s", knowledge)).toEqual([
      {
        code: "above",
        message: "200 GB/s ÷ 2 GB = 100 tok/s at most; 156 tok/s is 1.56 × that.",
        verdict: "impossible",
      },
    ]);
  });

  it("is as grave as the limit is certain", () => {
    const guessed = { ...most, verdict: "implausible" } as const;
    expect(againstLimit(exactly(200), guessed, "tok/s", knowledge)[0]?.verdict).toBe("implausible");
  });
});

describe("againstRange()", () => {
  const expected = {
    range: { low: 10, expected: 15, high: 20 },
    above: { code: "faster" },
    below: { code: "slower", mild: true },
    within: "inside",
    words: "what is expected",
  };

  it.each([
    { value: 10, code: "inside", verdict: "consistent" },
    { value: 20, code: "inside", verdict: "consistent" },
    { value: 20.1, code: "faster", verdict: "doubtful" },
    { value: 30, code: "faster", verdict: "doubtful" },
    { value: 30.1, code: "faster", verdict: "implausible" },
    { value: 9.9, code: "slower", verdict: "doubtful" },
    { value: 1, code: "slower", verdict: "doubtful" },
  ])("calls $value $code and $verdict", ({ value, code, verdict }) => {
    expect(againstRange(exactly(value), expected, "tok/s", knowledge)).toMatchObject({ code, verdict });
  });

  it("takes a range that touches it for consistent", () => {
    expect(againstRange({ low: 20, high: 99 }, expected, "tok/s", knowledge).verdict).toBe("consistent");
  });

  it("says by what factor", () => {
    const { message } = againstRange(exactly(30), expected, "tok/s", knowledge);
    expect(message).toBe("30 tok/s is 2 × what is expected.");
  });
});
