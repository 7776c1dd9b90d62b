import { expect, it } from "vitest";
import { ownAmounts, withoutNames } from "../../../evals/scorers/own-amounts.ts";
import { namesOf } from "../../../server/check/names.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const names = namesOf(knowledge);

it("ownAmounts() takes the size in the name of a board for no amount", () => {
  const text = "The Orin NX 16GB reports 16.4 GB.";
  expect(ownAmounts(text, names).map((amount) => amount.text)).toEqual(["16.4 GB"]);
});

it("withoutNames() leaves every other place where it was", () => {
  const text = "The Orin NX 16GB fits.";
  expect(withoutNames(text, names).indexOf("fits")).toBe(text.indexOf("fits"));
});
