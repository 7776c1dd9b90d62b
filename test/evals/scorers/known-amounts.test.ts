import { expect, it } from "vitest";
import { findAmounts } from "../../../evals/scorers/amounts.ts";
import { isKnown, knownAmounts } from "../../../evals/scorers/known-amounts.ts";

const result = {
  facts: [],
  sources: [],
  bytesNeeded: 11_460_000_000,
  decode: { unit: "tok/s", value: 26.93 },
  notes: ["the kit is 399 USD"],
  resolved: { value: "987 GB" },
};
const known = knownAmounts([result], "I have 64 GB");

it.each([
  ["11.5 GB", true],
  ["11.46 GB", true],
  ["11.4 GB", false],
  ["27 tok/s", true],
  ["28 tok/s", false],
  ["399 USD", true],
  ["64 GB", true],
  ["64 GiB", false],
  ["987 GB", false],
])("isKnown() says of %s: %s", (text, isThere) => {
  expect(findAmounts(text).map((amount) => isKnown(amount, known))).toEqual([isThere]);
});
