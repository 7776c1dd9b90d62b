import { describe, expect, it } from "vitest";
import { checkText } from "../../../server/check/check.ts";
import { derivedFrom } from "../../../server/check/derive.ts";
import { subjectOf } from "../../../server/check/match-fact.ts";
import { evidenceWith, makeFact, numberIn } from "../../fixtures/check-evidence.ts";

const board = "Jetson Orin NX 16GB";
const evidence = evidenceWith([
  makeFact("needed", 11.5e9, "B", board),
  makeFact("available", 16.4e9, "B", board),
  makeFact("decode", 7.3, "tok/s", board),
  makeFact("ceiling", 22, "tok/s", board),
]);
const derived = (text: string, written: string) =>
  checkText(text, evidence).verified.find((claim) => claim.text === written)?.derivedFrom;

describe("derivedFrom()", () => {
  it.each([
    ["It needs 11.5 GB of 16.4 GB, that is 70 %.", "70 %", ["1.needed", "1.available"]],
    ["The Orin NX 16GB is 70 % full.", "70 %", ["1.needed", "1.available"]],
    ["At 7.3 tok/s it reaches 33 % of the ceiling.", "33 %", ["1.decode", "1.ceiling"]],
    ["The ceiling of 22 tok/s is 3.0 × the 7.3 tok/s expected.", "3.0 ×", ["1.ceiling", "1.decode"]],
  ])("derives in: %s", (text, written, ids) => {
    expect(derived(text, written)).toEqual(ids);
  });

  it.each([
    ["It needs 11.5 GB of 16.4 GB, that is 75 %.", "75 %"],
    ["It needs 11.5 GB. The board is fine. It is red. It is 4.9 GB more.", "4.9 GB"],
    ["It needs 27.9 GB.", "27.9 GB"],
  ])("derives nothing in: %s", (text, written) => {
    expect(checkText(text, evidence).unverified).toMatchObject([{ text: written }]);
  });

  it("needs facts that stand near or belong together", () => {
    const { number, scene } = numberIn("It is 70 % there.", "70 %");
    const none = evidenceWith([]);
    expect(derivedFrom(number, subjectOf(number, scene, none), false, [], scene, none)).toBeUndefined();
  });
});
