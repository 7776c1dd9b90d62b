import { describe, expect, it } from "vitest";
import { readerSpeed, speedScale, toPoints } from "../../../web/tool-views/range-layout.ts";
import type { Reference } from "../../../web/tool-views/throughput.ts";

function run(id: string, tokensPerSecond: number, others: Partial<Reference> = {}): Reference {
  return {
    id,
    tokensPerSecond,
    distance: "in 15W",
    note: null,
    metric: "decode",
    sameModule: true,
    plausible: true,
    speculation: null,
    source: "a-source",
    date: null,
    ...others,
  };
}

function idsOf(
  references: Reference[],
  others: { ceiling?: number; resolved?: Record<string, unknown> } = {},
) {
  const { ceiling = 100, resolved = {} } = others;
  const points = toPoints({ references, resolved, ceilingTokensPerSecond: ceiling }, 100);
  return points.map(({ runs }) => runs.map(({ id }) => id));
}

describe("toPoints()", () => {
  it("goes from slow to fast, and makes one point of runs that would hide each other", () => {
    expect(idsOf([run("c", 50), run("a", 10), run("b", 11.9), run("d", 52.1)])).toEqual([
      ["a", "b"],
      ["c"],
      ["d"],
    ]);
  });

  it.each([
    ["of another board", { sameModule: false }],
    ["of all streams together", { metric: "aggregate" }],
    ["not to be believed", { plausible: false }],
    ["with speculation that was not asked for", { speculation: "EAGLE-3" }],
  ])("leaves out a run %s", (_, others) => {
    expect(idsOf([run("a", 10, others)])).toEqual([]);
  });

  it("shows a run with speculation where speculation was asked for", () => {
    const resolved = { speculativeDecoding: { method: "EAGLE-3" } };
    expect(idsOf([run("a", 10, { speculation: "EAGLE-3" })], { resolved })).toEqual([["a"]]);
  });

  it("leaves out a faster mode's run above the ceiling, but not one of the same configuration", () => {
    const faster = [run("a", 30), run("b", 31, { distance: "same configuration" }), run("c", 101)];
    expect(idsOf(faster, { ceiling: 20 })).toEqual([["b"]]);
  });
});

describe("speedScale()", () => {
  const output = {
    ceilingTokensPerSecond: 40,
    decodeTokensPerSecond: { low: 20, expected: 27, high: 37 },
  };

  it("ends beyond the highest ceiling, and beyond the interval where there is no ceiling", () => {
    expect(speedScale([output])).toBeCloseTo(42.4);
    expect(speedScale([{ ...output, ceilingTokensPerSecond: null }])).toBeCloseTo(39.22);
    expect(speedScale([{ ceilingTokensPerSecond: null, decodeTokensPerSecond: null }])).toBeGreaterThan(0);
  });
});

describe("readerSpeed()", () => {
  it("is what the tool cites, and nothing where it cites none", () => {
    expect(readerSpeed({ facts: [{ id: "interactive-speed", value: 10 }] })).toBe(10);
    expect(readerSpeed({ facts: [] })).toBeUndefined();
    expect(readerSpeed({ facts: undefined })).toBeUndefined();
  });
});
