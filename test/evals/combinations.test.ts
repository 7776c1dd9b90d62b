import { describe, expect, it } from "vitest";
import { combinationsOf, fillIn } from "../../evals/combinations.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

describe("combinationsOf()", () => {
  it("takes each value with each, the last list running fastest", () => {
    expect(combinationsOf({ board: ["a", "b"], tokens: [1, 2] })).toEqual([
      { board: "a", tokens: 1 },
      { board: "a", tokens: 2 },
      { board: "b", tokens: 1 },
      { board: "b", tokens: 2 },
    ]);
  });

  it("makes one empty combination of no list", () => expect(combinationsOf({})).toEqual([{}]));
});

describe("fillIn()", () => {
  const filled = (value: unknown) => fillIn(value, { board: "orin-nx-16gb", tokens: 8192 }, knowledge);

  it("puts ids and names on record into every string, however deep", () => {
    expect(filled({ ask: ["On a {board.name}?"], calls: [{ fit: { device: "{board}" } }] })).toEqual({
      ask: ["On a Jetson Orin NX 16GB?"],
      calls: [{ fit: { device: "orin-nx-16gb" } }],
    });
  });

  it("keeps a number a number where it stands alone, and writes it where it stands in a text", () => {
    expect(filled({ contextTokens: "{tokens}", ask: "With {tokens} tokens?", images: 2 })).toEqual({
      contextTokens: 8192,
      ask: "With 8192 tokens?",
      images: 2,
    });
  });

  it("says which list is missing, and what is no name on record", () => {
    expect(() => filled("{model}")).toThrow('Cannot fill in {model}: "each" has no list of that name.');
    expect(() => fillIn("{a.name}", { a: "nonsense" }, knowledge)).toThrow('Cannot name "nonsense"');
  });
});
