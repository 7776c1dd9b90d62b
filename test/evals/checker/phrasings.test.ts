import { describe, expect, it } from "vitest";
import { phrasings } from "../../../evals/checker/phrasings.ts";

describe("phrasings", () => {
  it("have ids of their own, in six languages, some of them held out", () => {
    expect(new Set(phrasings.map(({ id }) => id)).size).toBe(phrasings.length);
    expect(new Set(phrasings.map(({ language }) => language)).size).toBe(6);
    expect(phrasings.filter(({ isHeldOut }) => isHeldOut).length).toBeGreaterThan(4);
  });
});
