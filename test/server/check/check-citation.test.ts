import { beforeAll, describe, expect, it } from "vitest";
import { checkText } from "../../../server/check/check.ts";
import { checkCitations, leastOverlap, overlapOf } from "../../../server/check/check-citation.ts";
import { type Evidence, evidenceOf } from "../../../server/check/evidence.ts";
import { readScene } from "../../../server/check/scene.ts";
import { names } from "../../fixtures/check-evidence.ts";

const passage = {
  id: "notes#mig",
  document: "notes",
  heading: "Notes › MIG",
  text: "MIG splits the multiprocessors of Thor, but both instances share the memory of 128 GB.",
};
let evidence: Evidence;
beforeAll(() => {
  const output = { facts: [], sources: [], ...{ passages: [passage] } };
  evidence = evidenceOf("", [{ name: "search-documents", input: {}, output }], names);
});
const marks = (text: string) => checkCitations(readScene(text, names), evidence).map(({ mark }) => mark);

describe("checkCitations()", () => {
  it.each([
    ["MIG splits multiprocessors while instances share memory [notes#mig].", "verified"],
    ["The board holds 128 GB [notes#mig].", "verified"],
    ["See [notes#mig].", "verified"],
    ["MIG splits multiprocessors [notes#other].", "unverified"],
    ["MIG splits multiprocessors [1].", "unverified"],
    ["Quantized weights stay far below the budget of this small detector [notes#mig].", "unverified"],
    ["MIG 在 Thor 上划分 [notes#mig]。", "verified"],
  ])("marks the citation in: %s as %s", (text, mark) => {
    expect(marks(text)).toEqual([mark]);
  });

  it("verifies a number of the sentence by the passage it cites, and by no other", () => {
    expect(checkText("Both share 128 GB [notes#mig].", evidence).verified).toMatchObject([
      { text: "128 GB", citation: "notes#mig" },
      { kind: "citation" },
    ]);
    expect(checkText("Both share 256 GB [notes#mig].", evidence).unverified).toMatchObject([
      { text: "256 GB" },
    ]);
    expect(checkText("Both share 128 GB.", evidence).unverified).toMatchObject([{ text: "128 GB" }]);
  });
});

describe("overlapOf()", () => {
  it("is the share of a sentence's words that the passage has", () => {
    expect(overlapOf("multiprocessors instances elephants giraffes", passage)).toBe(0.5);
    expect(overlapOf("instances share multiprocessors", passage)).toBeGreaterThan(leastOverlap);
  });
});
