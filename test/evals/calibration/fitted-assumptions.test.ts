import { describe, expect, it } from "vitest";
import { fittedMark, withFitted } from "../../../evals/calibration/fitted-assumptions.ts";
import { Assumption } from "../../../knowledge/evidence-schema.ts";
import { parseYaml } from "../../../knowledge/load.ts";

const assumption = Assumption.parse({
  value: 1.5,
  meaning: "a factor",
  source: "own-fit",
  confidence: "low",
  sampleSize: 1,
  fittedOn: ["m1"],
});

describe("withFitted()", () => {
  it("replaces what stands below the mark, in order of name, and nothing above it", () => {
    const text = withFitted(`kept: { value: 1 }\n${fittedMark}\nold: { value: 2 }\n`, {
      second: assumption,
      first: assumption,
    });
    expect(text.startsWith(`kept: { value: 1 }\n${fittedMark}\nfirst:`)).toBe(true);
    expect(parseYaml(text)).toEqual({ kept: { value: 1 }, first: assumption, second: assumption });
  });

  it.each(["kept: 1\n", `${fittedMark}\n${fittedMark}\n`])("refuses a text without one mark: %s", (text) => {
    expect(() => withFitted(text, {})).toThrow(/once/);
  });
});
