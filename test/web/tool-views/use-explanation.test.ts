import { expect, it } from "vitest";
import { nextIndex } from "../../../web/tool-views/use-explanation.ts";

it.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 2, 2],
  ["ArrowLeft", 2, 1],
  ["ArrowLeft", 0, 0],
  ["Home", 2, 0],
  ["End", 0, 2],
  ["ArrowDown", 0, 1],
  ["ArrowUp", 1, 0],
  ["Tab", 1, undefined],
])("nextIndex() leads with %s from part %i of three to %s", (key, from, to) => {
  expect(nextIndex(key, from, 3, false)).toBe(to);
});

it("nextIndex() follows the eye where text runs from right to left", () => {
  expect(nextIndex("ArrowLeft", 0, 3, true)).toBe(1);
  expect(nextIndex("ArrowRight", 1, 3, true)).toBe(0);
});
