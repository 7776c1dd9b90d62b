import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { composeWhy, recheckCommand } from "../../../server/built-in/compose-why.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { said } from "../../fixtures/planned-calls.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

async function answer(question: string, ...before: string[]) {
  const planned = plan(question, said(...before), knowledge);
  const outcomes = await Promise.all(planned.calls.map(({ name, input }) => callTool(name, input)));
  return compose(planned, outcomes, knowledge);
}

const fit = "Does Llama 3.1 8B fit on an Orin NX 16GB?";

describe("composeWhy()", () => {
  it("gives formula, inputs, what was taken for them, sources and the call to check it", async () => {
    const text = await answer("why is the KV cache 537 MB?", fit);
    expect(text).toMatch(/^\*\*537 MB is the KV cache/);
    expect(text).toContain("Computed as: Σ layers × tokens × KV heads");
    for (const line of ["- layers: 32", "- KV heads: 8", "- head size: 128", "4,096 tokens of context"])
      expect(text).toContain(line);
    expect(text).toContain('`npm run -s advisor -- tool memory-fit --input \'{"device":"orin-nx-16gb"');
    expect(text).toContain("### Sources");
  });

  it("tells the inputs of the inputs where they are few", async () => {
    const text = await answer("where does 7.9 tok/s come from?", fit);
    expect(text).toMatch(/bandwidth in MAXN: 102\.4 GB\/s – said by NVIDIA/);
    expect(text).toMatch(/^ {2}- bytes read for one pass/m);
  });

  it.each([
    [
      "why does it not fit?",
      "Does Qwen3-32B fit on an Orin Nano 8GB?",
      /^\*\*It does not fit: .*16\.1 GB short/,
    ],
    ["why?", "Does NVFP4 work on AGX Orin 64GB?", /^\*\*It is unsupported[\s\S]*– NVIDIA Jetson FAQ/],
    ["why?", "Which board for a 7B model?", /^\*\*Jetson Orin NX 16GB: [\s\S]*### The way to it/],
    ["why?", "What does a fleet of 200 Orin NX 16GB cost over 5 years?", /^\*\*245,472 USD is the total/],
    ["why?", "Is 52 tok/s for an 8B Q4_K_M on AGX Orin 64GB true?", /is the ceiling of one stream/],
    ["which source says 102.4 GB/s?", fit, /Said by NVIDIA Jetson FAQ/],
    ["why 99 GB?", fit, /^\*\*No number of that answer is 99 GB; the nearest: /],
    ["why 3 USD?", fit, /^\*\*No number of that answer is 3 USD/],
  ])("answers %s after %s", async (question, before, words) => {
    expect(await answer(question, before)).toMatch(words);
  });

  it("has nothing to say where no number was given", async () => {
    const planned = plan("why?", said("What is the cold start on Thor?"), knowledge);
    expect(composeWhy(planned, { words: "why?", verdict: false }, [], knowledge)).toBeUndefined();
  });
});

describe("recheckCommand()", () => {
  it("quotes the input for the shell", () => {
    expect(recheckCommand("look-up", { name: "it's" })).toBe(
      `npm run -s advisor -- tool look-up --input '{"name":"it'\\''s"}'`,
    );
  });
});
