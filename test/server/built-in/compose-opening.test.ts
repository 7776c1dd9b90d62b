import { describe, expect, it } from "vitest";
import { openingLines, runtimeNames } from "../../../server/built-in/compose-opening.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

async function opening(question: string) {
  const planned = plan(question, [], knowledge);
  const outcomes = await Promise.all(planned.calls.map(({ name, input }) => callTool(name, input)));
  const leads = outcomes[0]?.name === "decision-tree";
  return openingLines(planned, sortResults(outcomes), leads, knowledge).join(" ");
}

describe("openingLines()", () => {
  it.each([
    ["Does Llama 3.1 8B fit on an Orin NX 16GB?", /^\*\*Yes, it fits\.\*\* At about/],
    ["How fast is Llama 3.1 8B on an Orin NX 16GB?", /^At about [\d.]+ tok\/s/],
    ["What would make Qwen3-32B fit on an Orin Nano 8GB?", /^\*\*What would make it fit: .* → fits/],
    ["What would make Qwen3-4B fit on an Orin NX 16GB?", /^\*\*It fits as it is\.\*\*/],
    ["Which board for a humanoid robot?", /^\*\*Jetson AGX Thor/],
    [
      "How many users can a Xavier NX 8GB serve with Qwen3 4B in vLLM?",
      /^\*\*No, this is unsupported\.\*\*$/,
    ],
    [
      "How many users can an Orin Nano 8GB and a Xavier NX 8GB serve with Qwen3 4B in vLLM?",
      /^\*\*Even one user does not fit on the Jetson Orin Nano 8GB\.\*\* \*\*Jetson Xavier NX 8GB is unsupported\.\*\*$/,
    ],
    ["What does a fleet of 200 Orin NX 16GB cost over 5 years?", /^\*\*About 245,472 USD/],
  ])("opens with what was asked: %s", async (question, words) => {
    expect(await opening(question)).toMatch(words);
  });
});

describe("runtimeNames()", () => {
  it("names a runtime, and gives an id it does not know as it is", () => {
    expect([runtimeNames(knowledge)("llama-cpp"), runtimeNames(knowledge)("x")]).toEqual(["llama.cpp", "x"]);
  });
});
