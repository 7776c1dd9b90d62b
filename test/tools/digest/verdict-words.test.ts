import { describe, expect, it } from "vitest";
import { verdictWords } from "../../../tools/digest/verdict-words.ts";

describe("verdictWords", () => {
  it("tell a tight plan from one that does not fit", () => {
    expect(verdictWords.tight).toMatch(/^tight \(it runs/);
    expect(verdictWords["does-not-fit"]).toBe("does not fit");
  });
});
