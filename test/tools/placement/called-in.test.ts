import { describe, expect, it } from "vitest";
import { calledIn } from "../../../tools/placement/called-in.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

describe("calledIn()", () => {
  it.each([
    ["q4-k-m", "Q4_K_M"],
    ["Q4_K_M", "Q4_K_M"],
    ["4-bit of my own", "4-bit of my own"],
  ])("calls %s %s", (name, called) => {
    expect(calledIn(knowledge.quantizations, name)).toBe(called);
  });
});
