import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBytes, formatSpeed } from "../../../knowledge/units.ts";
import { bindFacts } from "../../../server/check/bound-facts.ts";
import { isAbout, isOfQuantity, showsFact, showsValue, subjectOf } from "../../../server/check/match-fact.ts";
import { evidenceWith, makeFact, names, numberIn } from "../../fixtures/check-evidence.ts";

const [fact] = bindFacts([makeFact("1.headroom", 4.9388e9, "B", "Qwen3 8B on Jetson Orin NX 16GB")], names);
const [short] = bindFacts([makeFact("1.headroom", -3.2e9, "B", "Qwen3 8B on Jetson Orin NX 16GB")], names);

function holds(text: string, written: string, of = fact) {
  if (!of) return false;
  const evidence = evidenceWith([of]);
  const { number, scene } = numberIn(text, written);
  const subject = subjectOf(number, scene, evidence);
  return (
    showsFact(number, of) &&
    isAbout(subject, of, evidence) &&
    isOfQuantity(number, of, subject, scene, evidence)
  );
}

describe("isOfQuantity()", () => {
  it.each([
    ["4.94 GB stays free", "4.94 GB"],
    ["a headroom of 4.9 GB", "4.9 GB"],
    ["headroom: 4939 MB", "4939 MB"],
    ["4.60 GiB are left on the Orin NX 16GB", "4.60 GiB"],
    ["4,94 GB bleiben frei, das passt", "4,94 GB"],
    ["剩余 4.94 GB", "4.94 GB"],
  ])("holds in: %s", (text, written) => {
    expect(holds(text, written)).toBe(true);
  });

  it.each([
    ["needs 4.94 GB", "4.94 GB"],
    ["4.94 GB short", "4.94 GB"],
    ["-4.94 GB of headroom", "4.94 GB"],
    ["4.95 GB stays free", "4.95 GB"],
    ["4.94 GB are left on the Orin NX 8GB", "4.94 GB"],
    ["4.94 GB are left for Gemma 3 4B", "4.94 GB"],
  ])("does not hold in: %s", (text, written) => {
    const shown = text.startsWith("-") ? `-${written}` : written;
    expect(holds(text, text.includes(shown) && !shown.startsWith("-") ? shown : written)).toBe(false);
  });

  it.each([
    ["3.20 GB short", "3.20 GB", true],
    ["headroom of -3.20 GB", "3.20 GB", true],
    ["headroom of 3.20 GB", "3.20 GB", false],
    ["3.20 GB stays free", "3.20 GB", false],
  ])("of a fact below zero, %s: %s is %s", (text, written, is) => {
    expect(holds(text, written, short)).toBe(is);
  });
});

describe("showsValue()", () => {
  it("is true of what a formatter shows, and false beyond its rounding", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e9, max: 9e10, noNaN: true }),
        fc.integer({ min: 1, max: 9 }),
        (value, steps) => {
          const written = formatBytes(value);
          const { number } = numberIn(`It is ${written}.`, written);
          const step = number.readings[0]?.step ?? 0;
          return showsValue(number, value) && !showsValue(number, value + (steps + 0.01) * step);
        },
      ),
    );
  });

  it("is true of speeds as they are shown", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 900, noNaN: true }), (value) => {
        const written = formatSpeed(value);
        return showsValue(numberIn(`It is ${written}.`, written).number, value);
      }),
    );
  });
});
