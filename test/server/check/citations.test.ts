import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Passage } from "../../../knowledge/search.ts";
import { numberCitations } from "../../../server/check/citations.ts";

function passage(id: string): Passage {
  const [document = ""] = id.split("#");
  return { id, document, heading: `Report › ${id}`, text: `Text of ${id}`, start: 10, end: 20, score: 1 };
}

const passages = ["thor#mig", "thor#cold-start", "vlm-sizing-2026#memory-rule"].map(passage);
const cite = (text: string) => numberCitations(text, passages, (id) => `Title of ${id}`);

describe("numberCitations()", () => {
  it.each([
    { text: "A [thor#mig].", numbered: "A [1].", cited: ["thor#mig"] },
    {
      text: "A [thor#cold-start], B [thor#mig], C [thor#cold-start].",
      numbered: "A [1], B [2], C [1].",
      cited: ["thor#cold-start", "thor#mig"],
    },
    { text: "A[vlm-sizing-2026#memory-rule]", numbered: "A [1]", cited: ["vlm-sizing-2026#memory-rule"] },
    { text: "A [xavier#heat]. B [thor#mig].", numbered: "A. B [1].", cited: ["thor#mig"] },
    { text: "A [thor#invented].", numbered: "A.", cited: [] },
    {
      text: "No marker, [a link](#thor), [x], [].",
      numbered: "No marker, [a link](#thor), [x], [].",
      cited: [],
    },
    { text: "", numbered: "", cited: [] },
  ])("makes $numbered of $text", ({ text, numbered, cited }) => {
    const result = cite(text);
    expect(result.text).toBe(numbered);
    expect(result.citations.map(({ passage: id }) => id)).toEqual(cited);
  });

  it("carries the passage, its place in the source and the source's title", () => {
    expect(cite("A [thor#mig].").citations).toEqual([
      {
        id: "1",
        source: "thor",
        title: "Title of thor",
        passage: "thor#mig",
        heading: "Report › thor#mig",
        text: "Text of thor#mig",
        start: 10,
        end: 20,
      },
    ]);
  });

  it("numbers without gaps, with a marker for every citation and a citation for every marker", () => {
    const ids = fc.constantFrom("thor#mig", "thor#cold-start", "vlm-sizing-2026#memory-rule", "no#thing");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("A", "B.", "\n- C", ""), ids), { maxLength: 12 }),
        (pieces) => {
          const { text, citations } = cite(pieces.map(([words, id]) => `${words} [${id}]`).join(" "));
          const markers = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => number);
          expect([...new Set(markers)]).toEqual(citations.map(({ id }) => id));
          expect(citations.map(({ id }) => Number(id))).toEqual(citations.map((_, index) => index + 1));
          expect(text).not.toContain("#");
        },
      ),
    );
  });

  it("leaves no number of the model's own that would read as a citation", () => {
    const { text, citations } = cite("Measured [2]. Told [thor#mig].");
    const markers = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => number);
    expect(markers).toEqual(citations.map(({ id }) => id));
  });
});
