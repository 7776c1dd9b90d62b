import { describe, expect, it } from "vitest";
import { type Rankable, rankingOrder, rankings, rankingWords } from "../../../tools/sweep/ranking.ts";
import type { Figures } from "../../../tools/sweep/requirements.ts";

type Change = Partial<Omit<Rankable, "figures">> & { figures?: Partial<Figures> };

function entry(index: number, { figures, ...rest }: Change = {}): Rankable {
  return {
    figures: {
      verdict: "fits",
      headroomBytes: 1e9,
      decode: 20,
      priceUsd: 999,
      watts: 25,
      contextTokens: 4096,
      contextFault: null,
      ...figures,
    },
    misses: 0,
    pace: 1,
    weightQuality: 4,
    index,
    ...rest,
  };
}

const sorted = (rankBy: (typeof rankings)[number], entries: Rankable[]) =>
  [...entries].sort(rankingOrder(rankBy)).map(({ index }) => index);

describe("rankingOrder()", () => {
  const cheap = entry(0, { figures: { priceUsd: 399, watts: 40, decode: 5, headroomBytes: 1e9 } });
  const cool = entry(1, { figures: { priceUsd: 999, watts: 7, decode: 3, headroomBytes: 2e9 } });
  const fast = entry(2, { figures: { priceUsd: 4999, watts: 130, decode: 90, headroomBytes: 3e9 } });
  const roomy = entry(3, { figures: { priceUsd: 5499, watts: 120, decode: 80, headroomBytes: 90e9 } });
  const unknown = entry(4, { figures: { priceUsd: null, watts: null, decode: null, headroomBytes: 0 } });

  it.each([
    { rankBy: "cheapest", order: [0, 1, 2, 3, 4] },
    { rankBy: "coolest", order: [1, 0, 3, 2, 4] },
    { rankBy: "fastest", order: [2, 3, 0, 1, 4] },
    { rankBy: "headroom", order: [3, 2, 1, 0, 4] },
  ] as const)("puts $order by $rankBy, what nobody knows last", ({ rankBy, order }) => {
    expect(rankings).toContain(rankBy);
    expect(rankingWords[rankBy]).toMatch(/^the \w+est$/);
    expect(sorted(rankBy, [unknown, roomy, fast, cool, cheap])).toEqual(order);
  });

  it("puts what meets all before what does not, and what fits before what is tight", () => {
    const cheapTight = entry(0, { figures: { verdict: "tight", priceUsd: 100 } });
    const over = entry(1, { misses: 1, figures: { priceUsd: 10 } });
    expect(sorted("cheapest", [over, cheapTight, entry(2)])).toEqual([2, 0, 1]);
  });

  it("puts of what does not fit first what is least short", () => {
    const short = (index: number, headroomBytes: number, priceUsd: number) =>
      entry(index, { misses: 1, figures: { verdict: "does-not-fit", headroomBytes, priceUsd } });
    expect(sorted("cheapest", [short(0, -9e9, 100), short(1, -1e9, 900)])).toEqual([1, 0]);
  });

  it("decides between equals by pace, weights, context, speed, and last by the order of trying", () => {
    const best = entry(5, { weightQuality: 8, figures: { contextTokens: 8192, decode: 30 } });
    const slower = entry(6, { weightQuality: 8, figures: { contextTokens: 8192, decode: 25 } });
    const shorter = entry(7, { weightQuality: 8, figures: { decode: 50 } });
    const coarser = entry(8, { figures: { contextTokens: 131_072, decode: 90 } });
    const tooSlow = entry(9, { pace: 0.5, weightQuality: 16 });
    expect(sorted("cheapest", [tooSlow, coarser, shorter, slower, best])).toEqual([5, 6, 7, 8, 9]);
    expect(sorted("cheapest", [entry(2), entry(1)])).toEqual([1, 2]);
  });
});
