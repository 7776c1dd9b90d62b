import { describe, expect, it } from "vitest";
import { coverOf, setAside } from "../../../server/check/aside.ts";

describe("setAside()", () => {
  it.each([
    ["on 2026-07-21", "2026-07-21"],
    ["in April 2026, read", "April 2026"],
    ["on 21 July 2026", "21 July 2026"],
    ["since 2023", "2023"],
    ["JetPack 6.2 or later", "JetPack 6.2"],
    ["L4T 36.4.7, 35.6.3 and more", "L4T 36.4.7, 35.6.3"],
    ["JetPack: 7.0 (R38.2), 7.1 (R38.4)", "JetPack: 7.0 (R38.2), 7.1 (R38.4)"],
    ["CUDA 12.6", "CUDA 12.6"],
    ["1. first", "1."],
    ["Table 2 shows", "Table 2"],
    ["in 15W mode", "15W"],
    ["see https://example.com/4GB", "https://example.com/4GB"],
  ])("leaves the digits of %s aside: %s", (text, aside) => {
    expect(setAside(text, []).map(({ start, end }) => text.slice(start, end))).toContain(aside);
  });

  it.each([
    "needs 9.2 GB",
    "16GB of memory",
    "in 2048 tokens",
    "CUDA 4 GB",
    "JetPack: 7.1 GB",
    "15W",
    "4-8 GB",
  ])("leaves nothing of %s aside", (text) => {
    expect(setAside(text, [])).toEqual([]);
  });
});

describe("coverOf()", () => {
  it("marks the places of every stretch", () => {
    expect([...coverOf(5, [{ start: 1, end: 3 }])]).toEqual([0, 1, 1, 0, 0]);
  });
});
