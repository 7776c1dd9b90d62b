import { describe, expect, it } from "vitest";
import type { Passage } from "../../../knowledge/search.ts";
import { findDoubts, standsIn } from "../../../tools/claims/passage-doubts.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const passage = (document: string, heading: string, text: string): Passage => ({
  ...{ id: `${document}#p`, document, heading: `Title › ${heading}`, text },
  ...{ start: 0, end: text.length, score: 1 },
});

const benchmark = "edge-llm-benchmark-2026";
const bandwidth = "Memory bandwidth: Orin Nano Super 102 GB/s, AGX Orin 273 GB/s claimed";

describe("standsIn()", () => {
  it.each([
    { figure: 55, text: "about 55 tok/s at 12 W", stands: true },
    { figure: 273e9, text: "about 273 GB/s", stands: true },
    { figure: 2499, text: "2,499 USD", stands: true },
    { figure: 3.5e9, text: "about 3.5 GB", stands: true },
    { figure: 55, text: "155 tok/s and 5.5 GB", stands: false },
    { figure: 55, text: "no figure", stands: false },
  ])("of $figure in $text is $stands", ({ figure, text, stands }) => {
    expect(standsIn(figure, text)).toBe(stands);
  });
});

describe("findDoubts()", () => {
  it("says of a figure above the ceiling that it is impossible, with the arithmetic", async () => {
    const heading = "Llama 3.2 1B FP16 on Orin Nano Super 8GB: 55 tok/s at 12 W claimed";
    const [doubt] = await findDoubts([passage(benchmark, heading, "- about 55 tok/s")], knowledge);
    expect(doubt).toEqual({
      passage: `${benchmark}#p`,
      claim: "bm-llama-1b",
      figure: "55 tok/s",
      figures: [55],
      verdict: "impossible",
      message: "102.4 GB/s ÷ 2.47 GB a pass = 41.43 tok/s at most; 55 tok/s is 1.33 × that.",
      remark: "Checked: 55 tok/s is impossible",
    });
  });

  it("passes over figures that hold, and those that the passage does not print", async () => {
    const both = await findDoubts([passage(benchmark, bandwidth, "- 102 GB/s and 273 GB/s")], knowledge);
    expect(both.map(({ claim, verdict }) => [claim, verdict])).toEqual([
      ["bm-orin-bandwidth", "implausible"],
    ]);
    expect(await findDoubts([passage(benchmark, bandwidth, "- 102 GB/s")], knowledge)).toEqual([]);
  });

  it("names another document that disagrees, and a price that is out of date", async () => {
    const limit = passage(
      "edge-llm-decision-framework",
      "Spec table: largest viable LLM on Thor and Orin",
      "- about 30B on AGX Orin",
    );
    expect((await findDoubts([limit], knowledge)).map(({ verdict, message }) => [verdict, message])).toEqual([
      ["contradicted", expect.stringContaining("edge-llm-benchmark-2026 says 7B to 13B")],
    ]);
    const price = passage("edge-llm-decision-framework", "Spec table: price and best use", "- 3,499 USD");
    expect((await findDoubts([price], knowledge)).map(({ verdict }) => verdict)).toEqual(["doubtful"]);
  });

  it("lets a record outweigh a document that says otherwise", async () => {
    const heading = "Spec table: memory, MIG and networking";
    const memory = passage("edge-llm-decision-framework", heading, "- 128 GB and 64 GB");
    expect(await findDoubts([memory], knowledge)).toEqual([]);
  });

  it("knows nothing of other documents and headings", async () => {
    expect(await findDoubts([passage("thor-test", bandwidth, "- 273 GB/s")], knowledge)).toEqual([]);
    expect(await findDoubts([passage(benchmark, "Elsewhere", "- 273 GB/s")], knowledge)).toEqual([]);
  });
});
