import { describe, expect, it } from "vitest";
import { freeInstructions, guidedInstructions } from "../../../server/agent/instructions.ts";
import { numberCitations } from "../../../server/check/citations.ts";
import { tools } from "../../../tools/registry.ts";
import { realTokens } from "../../fixtures/tokens.ts";

const both = [
  ["guided", guidedInstructions],
  ["free", freeInstructions],
] as const;

describe("instructions", () => {
  it.each(both)("of a %s turn take at most 350 tokens of a real tokenizer", (_, text) => {
    expect(realTokens(text)).toBeLessThanOrEqual(350);
  });

  it.each(both)("of a %s turn show a citation in the form that is read", (_, text) => {
    const { text: numbered } = numberCitations(text, [], () => "");
    expect(numbered).not.toContain("#");
    expect(numbered).not.toBe(text);
  });

  it.each(both)("of a %s turn hold no date, board or number that would change or be copied", (_, text) => {
    expect(text).not.toMatch(/\b20(?!26#)\d\d\b(?!#)|\bGB\b|tok\/s|\bMAXN\b/);
  });

  it("share their beginning, so that a server keeps it in its cache", () => {
    const same = [...guidedInstructions].findIndex((letter, index) => letter !== freeInstructions[index]);
    expect(same).toBeGreaterThan(0.7 * guidedInstructions.length);
  });

  it("name only tools that there are", () => {
    const known = tools.map(({ name }) => name);
    const named = freeInstructions.match(/\b[a-z]+-[a-z]+\b(?= for )/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(known).toContain(name);
  });
});
