import { beforeAll, describe, expect, it } from "vitest";
import { checkVerdicts } from "../../../server/check/check-verdict.ts";
import type { Evidence } from "../../../server/check/evidence.ts";
import { readScene } from "../../../server/check/scene.ts";
import { evidenceWith, llamaEvidence, names } from "../../fixtures/check-evidence.ts";

let evidence: Evidence;
beforeAll(async () => {
  evidence = await llamaEvidence();
});
const marks = (text: string, own = evidence) =>
  checkVerdicts([], text.toLowerCase(), readScene(text, names), own).map(({ mark }) => mark);

describe("checkVerdicts()", () => {
  it.each([
    "Llama 3.1 8B fits on the Orin NX 16GB.",
    "Llama 3.1 8B does not fit on the Orin NX 8GB.",
    "It fits on the Orin NX 16GB, but not on the Orin NX 8GB.",
    "The Orin NX 8GB runs out of memory.",
    "The Orin NX 8GB is too small: it won't fit.",
    "It's not that it doesn't fit on the Orin NX 16GB.",
    "On the Orin NX 8GB it would fit if you move to the Orin NX 16GB.",
    "The Orin NX 16GB is not too slow.",
    "Auf dem Orin NX 8GB passt es nicht.",
    "Sur la Orin NX 16GB, ça tient.",
    "En la Orin NX 8GB no cabe.",
    "Orin NX 8GB 放不下,Orin NX 16GB 放得下。",
    "Orin NX 8GB には収まりません。",
  ])("bears out: %s", (text) => {
    expect(new Set(marks(text))).toEqual(new Set(["verified"]));
  });

  it.each([
    "Llama 3.1 8B does not fit on the Orin NX 16GB.",
    "Llama 3.1 8B fits on the Orin NX 8GB.",
    "Both fit: the Orin NX 16GB and the Orin NX 8GB.",
    "It barely fits on the Orin NX 16GB.",
    "The Orin NX 16GB is unsupported.",
    "The Orin NX 16GB is too slow.",
    "It's not that it fits on the Orin NX 16GB.",
    "It fits on the AGX Orin 64GB.",
    "On the Orin NX 8GB it would fit if you paint it red.",
    "Auf dem Orin NX 8GB passt es.",
    "En la Orin NX 8GB cabe.",
    "Orin NX 8GB 放得下。",
    "Orin NX 8GB に収まります。",
  ])("does not bear out: %s", (text) => {
    expect(marks(text)).toContain("unverified");
  });

  it.each([
    "Does it fit on the Orin NX 8GB?",
    "What would make it fit on the Orin NX 8GB",
    "This says whether a model fits.",
    "usable memory",
  ])("takes no verdict from: %s", (text) => {
    expect(marks(text)).toEqual([]);
  });

  it("names the deciding fact", () => {
    const text = "Llama 3.1 8B fits on the Orin NX 16GB.";
    expect(checkVerdicts([], text, readScene(text, names), evidence)).toMatchObject([
      { claim: { fact: "1.headroom" } },
    ]);
  });

  it("takes a yes of a fit answer for a verdict", () => {
    expect(marks("Yes, on the Orin NX 16GB.")).toEqual(["verified"]);
    expect(marks("No, not on the Orin NX 16GB.")).toContain("unverified");
  });

  it("bears out no verdict that no tool gave", () => {
    expect(marks("Yes, it fits.", evidenceWith([]))).toEqual(["unverified"]);
  });
});
