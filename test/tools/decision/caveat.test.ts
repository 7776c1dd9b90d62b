import { describe, expect, it } from "vitest";
import { isAdvised, isThor } from "../../../tools/decision/caveat.ts";
import { toSituation } from "./decide.ts";

describe("isAdvised()", () => {
  it("is about the board advised in the end, not the one of the rule", () => {
    const situation = toSituation({ streams: 30 });
    expect(isAdvised(situation, "orin-nano-8gb", "agx-thor-devkit")).toBe(true);
    expect(isAdvised(situation, "agx-orin-64gb")).toBe(false);
  });
});

describe("isThor()", () => {
  it("holds for every board of the class", () => {
    expect(isThor(toSituation({ modelKind: "vla" }))).toBe(true);
    expect(isThor(toSituation({ modelKind: "vla", budgetUsd: 3000 }))).toBe(true);
    expect(isThor(toSituation({}))).toBe(false);
  });
});
