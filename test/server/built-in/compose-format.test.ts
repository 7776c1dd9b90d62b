import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { isFormatOnly } from "../../../server/built-in/compose-format.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

async function outcomesOf(question: string) {
  const planned = plan(question, [], knowledge);
  const calls = planned.calls.filter(({ name }) => name !== "search-documents");
  return { planned, outcomes: await Promise.all(calls.map(({ name, input }) => callTool(name, input))) };
}

async function answer(question: string): Promise<string> {
  const { planned, outcomes } = await outcomesOf(question);
  return compose(planned, outcomes, knowledge);
}

describe("formatLines()", () => {
  it("says that a format is only loaded where the hardware does not compute in it", async () => {
    expect(await answer("Can I use FP8 on an AGX Orin 64GB?")).toMatch(
      /^\*\*FP8 is only loaded there, not computed in: .*no FP8 hardware/,
    );
  });

  it("says yes where it does", async () => {
    expect(await answer("Does FP8 run on Thor?")).toMatch(/^\*\*Yes, FP8 runs on the Jetson AGX Thor/);
  });

  it("shows no bytes of a model that nobody named", async () => {
    expect(await answer("Can I use FP8 on an AGX Orin 64GB?")).not.toMatch(/any model/);
  });
});

describe("isFormatOnly()", () => {
  it.each([
    ["Does NVFP4 run on an AGX Orin 64GB?", false],
    ["Does Qwen3 8B run in FP8 on Thor?", false],
    ["Does FP8 run on Thor?", true],
  ])("of %s: %s", async (question, isOnly) => {
    const { outcomes } = await outcomesOf(question);
    expect(isFormatOnly(sortResults(outcomes).fits)).toBe(isOnly);
  });
});
