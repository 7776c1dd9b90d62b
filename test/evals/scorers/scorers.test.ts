import { expect, it } from "vitest";
import { scorers, usualLimits } from "../../../evals/scorers/scorers.ts";

it("scorers has each name once, with what it asks for in a sentence", () => {
  const names = scorers.map(({ name }) => name);
  expect(new Set(names).size).toBe(14);
  expect(names).toHaveLength(14);
  expect(scorers.filter(({ about }) => !/^[A-Z].*\.$/.test(about))).toEqual([]);
});

it("usualLimits allow at least one of everything", () => {
  expect(Object.values(usualLimits).filter((most) => most < 1)).toEqual([]);
});
