import { expect, it } from "vitest";
import { scorers } from "../../../evals/scorers/scorers.ts";
import { mutations } from "../../../evals/self/mutations.ts";

it("mutations give every scorer something that it has to see, each kind once", () => {
  const responsible = new Set(mutations.flatMap(({ scorer }) => scorer ?? []));
  expect(responsible).toEqual(new Set(scorers.map(({ name }) => name)));
  expect(new Set(mutations.map(({ kind }) => kind)).size).toBe(mutations.length);
});

it("mutations hold changes that mean nothing too", () => {
  expect(mutations.filter(({ scorer }) => scorer === null).length).toBeGreaterThan(2);
});
