import { describe, expect, it } from "vitest";
import { cueRules } from "../../../server/check/cue-rules.ts";
import { alternatives } from "../../../server/check/phrases.ts";

describe("cueRules", () => {
  it("have words that are patterns, and amounts with units", () => {
    for (const { words, quantities, units } of cueRules) {
      expect(() => new RegExp(words, "iu")).not.toThrow();
      expect(alternatives(words)).not.toContain("");
      expect(quantities.length * units.length).toBeGreaterThan(0);
    }
  });
});
