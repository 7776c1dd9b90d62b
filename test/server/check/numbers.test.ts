import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBandwidth,
  formatBytes,
  formatDollars,
  formatDuration,
  formatSpeed,
  GIB,
} from "../../../knowledge/units.ts";
import { setAside } from "../../../server/check/aside.ts";
import { findMarkers } from "../../../server/check/citations.ts";
import { fold } from "../../../server/check/fold.ts";
import { findNumbers } from "../../../server/check/numbers.ts";

const read = (text: string) => {
  const folded = fold(text);
  return findNumbers(folded, setAside(folded, findMarkers(folded)));
};
const found = (text: string) => read(text).map(({ readings, unit }) => `${readings[0]?.value} ${unit}`);

describe("findNumbers()", () => {
  it.each([
    { text: "needs 4.66 GB", numbers: ["4660000000 B"] },
    { text: "needs 235 MB", numbers: ["235000000 B"] },
    { text: "needs 8 GiB", numbers: [`${8 * GIB} B`] },
    { text: "needs 16GB", numbers: ["16000000000 B"] },
    { text: "204.8 GB/s", numbers: ["204800000000 B/s"] },
    { text: "at 41 tok/s", numbers: ["41 tok/s"] },
    { text: "at 3.1 tokens/s", numbers: ["3.1 tok/s"] },
    { text: "after 85 ms, or 2.4 s", numbers: ["85 ms", "2400 ms"] },
    { text: "84 Wh and 1.5 kWh", numbers: ["84 Wh", "1500 Wh"] },
    { text: "1.4 J a token", numbers: ["1.4 J"] },
    { text: "0.71 tok/s/W or 0.71 tok/s per watt", numbers: ["0.71 tok/s/W", "0.71 tok/s/W"] },
    { text: "30 W and 15 watts", numbers: ["30 W", "15 W"] },
    { text: "3,499 USD or $1,500.50", numbers: ["3499 USD", "1500.5 USD"] },
    { text: "4,096 tokens of context", numbers: ["4096 1"] },
    { text: "about 40 % faster", numbers: ["40 %"] },
    { text: "~12, (13) and 14.", numbers: ["12 1", "13 1", "14 1"] },
    { text: "| 4.35 GB | 307 MB |", numbers: ["4350000000 B", "307000000 B"] },
    { text: "1,234,567", numbers: ["1234567 1"] },
  ])("reads $numbers in: $text", ({ text, numbers }) => {
    expect(found(text)).toEqual(numbers);
  });

  it.each([
    "Q4_K_M, INT4, W4A16, FP8 and NVFP4",
    "Qwen2.5-VL-7B, Llama-3.1-8B-Instruct and gpt-oss-20b",
    "YOLO11s at 1080p",
    "sm_87 and L4T r36.4.7",
    "see [vlm-sizing-2026#memory-rule]",
    "",
    "no number at all",
  ])("leaves the digits inside names aside: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    { text: "4.66 GB", step: 1e7 },
    { text: "4.7 GB", step: 1e8 },
    { text: "5 GB", step: 1e9 },
    { text: "41 tok/s", step: 1 },
    { text: "2.4 s", step: 100 },
    { text: "8 GiB", step: GIB },
  ])("knows that the last digit of $text stands for $step", ({ text, step }) => {
    expect(read(text)[0]?.readings[0]?.step).toBeCloseTo(step, 6);
  });

  it("finds what the formatters write, with its unit, and where", () => {
    const quantity = fc.oneof(
      fc
        .double({ min: 1e6, max: 9e11, noNaN: true })
        .map((value) => ({ text: formatBytes(value), unit: "B" })),
      fc
        .double({ min: 0, max: 5e3, noNaN: true })
        .map((value) => ({ text: formatSpeed(value), unit: "tok/s" })),
      fc
        .double({ min: 0, max: 1e6, noNaN: true })
        .map((value) => ({ text: formatDuration(value), unit: "ms" })),
      fc
        .double({ min: 0, max: 1e6, noNaN: true })
        .map((value) => ({ text: formatDollars(value), unit: "USD" })),
      fc
        .double({ min: 1e9, max: 1e12, noNaN: true })
        .map((value) => ({ text: formatBandwidth(value), unit: "B/s" })),
    );
    const around = fc.constantFrom(
      ["", ""],
      ["It needs ", " in all."],
      ["| ", " |"],
      ["(", ")"],
      ["about ", ","],
    );
    fc.assert(
      fc.property(quantity, around, ({ text, unit }, [before = "", after = ""]) => {
        const [number, ...more] = read(before + text + after);
        expect(more).toEqual([]);
        expect(number).toMatchObject({ text, unit, start: before.length, end: before.length + text.length });
      }),
    );
  });

  it.each([
    { text: "between 30-40 tok/s", numbers: ["30 tok/s", "40 tok/s"] },
    { text: "between 30–40 tok/s", numbers: ["30 tok/s", "40 tok/s"] },
    { text: "(4.2-4.8 GB)", numbers: ["4200000000 B", "4800000000 B"] },
    { text: "4-8 streams", numbers: ["4 1", "8 1"] },
    { text: "headroom -3.18 GB", numbers: ["3180000000 B"] },
    { text: "about 32k tokens", numbers: ["32000 1"] },
    { text: "for $1.5k", numbers: ["1500 USD"] },
  ])("lets no invented number slip through unread: $text", ({ text, numbers }) => {
    expect(found(text)).toEqual(numbers);
  });

  it("finds both ends of any range, in the unit behind it", () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }));
    const unit = fc.constantFrom(["GB", 1e9, "B"], ["tok/s", 1, "tok/s"], ["s", 1000, "ms"], ["W", 1, "W"]);
    fc.assert(
      fc.property(ends, fc.constantFrom("-", "–"), unit, ([low, high], dash, [written, factor, base]) => {
        const text = `about ${low}${dash}${high} ${written}`;
        // Four digits, a dash and two digits are a month.
        fc.pre(!(dash === "-" && low > 999 && high > 9 && high < 100));
        expect(found(text)).toEqual([low, high].map((end) => `${end * Number(factor)} ${base}`));
      }),
    );
  });

  it.each(["on 2026-07-21", "(2026-05)", "in 2026-05, read"])("leaves dates aside: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
