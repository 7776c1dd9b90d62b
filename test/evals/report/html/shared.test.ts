import { expect, it } from "vitest";
import { shareOut } from "../../../../evals/report/html/shared.ts";

it("shareOut() gives equal values one id and distinct values distinct ones", () => {
  const { keyOf, entries } = shareOut("p", [{ text: "a" }, { text: "b" }, { text: "a" }]);
  expect(entries.map(({ key, value }) => [key, value.text])).toEqual([
    ["p-0", "a"],
    ["p-1", "b"],
  ]);
  expect([keyOf({ text: "a" }), keyOf({ text: "b" }), keyOf({ text: "c" })]).toEqual(["p-0", "p-1", ""]);
});
