import { describe, expect, it } from "vitest";
import { composeBlocks } from "../../../server/built-in/compose-blocks.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const fit = await callTool("memory-fit", {
  device: "orin-nano-8gb",
  workloads: [{ model: "qwen3-14b" }],
});

describe("composeBlocks()", () => {
  it("says what was asked first, then the ledger, then what would make it fit", () => {
    const planned = plan("Does Qwen3 14B fit on an Orin Nano 8GB?", [], knowledge);
    const blocks = composeBlocks(planned, sortResults([fit]), false, knowledge);
    const told = blocks.filter(({ lines }) => lines.length > 0);
    expect(told[0]?.lines[0]).toMatch(/does not fit/);
    const headings = told.flatMap(({ heading }) => heading ?? []);
    expect(headings.slice(0, 2)).toEqual(["Memory", "What would make it fit"]);
  });
});
