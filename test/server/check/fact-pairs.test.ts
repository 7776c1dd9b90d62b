import { describe, expect, it } from "vitest";
import { bindFacts } from "../../../server/check/bound-facts.ts";
import { pairNaturally } from "../../../server/check/fact-pairs.ts";
import { makeFact, names } from "../../fixtures/check-evidence.ts";

describe("pairNaturally()", () => {
  it("pairs what one plan needs with what its board has, and no ends of intervals", () => {
    const facts = bindFacts(
      [
        makeFact("1.needed", 9e9, "B", "Qwen3 8B on Jetson Orin NX 16GB"),
        makeFact("1.available", 16e9, "B", "Jetson Orin NX 16GB"),
        makeFact("2.available", 8e9, "B", "Jetson Orin NX 8GB"),
        makeFact("1.decode-low", 4, "tok/s", "Qwen3 8B on Jetson Orin NX 16GB"),
        makeFact("1.ceiling", 20, "tok/s", "Qwen3 8B on Jetson Orin NX 16GB"),
      ],
      names,
    );
    expect(pairNaturally(facts).map((pair) => pair.map(({ id }) => id))).toEqual([
      ["1.needed", "1.available"],
    ]);
  });
});
