import { describe, expect, it } from "vitest";
import { compose } from "../../../server/built-in/compose.ts";
import { composePremises } from "../../../server/built-in/compose-premises.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

async function outcomesOf(question: string) {
  const planned = plan(question, [], knowledge);
  const outcomes = await Promise.all(planned.calls.map(({ name, input }) => callTool(name, input)));
  return { planned, outcomes };
}

async function answer(question: string) {
  const { planned, outcomes } = await outcomesOf(question);
  return compose(planned, outcomes, knowledge);
}

describe("composePremises()", () => {
  it.each([
    [
      "Since Orin does FP4, how fast is Qwen3-8B NVFP4 on AGX Orin?",
      /^\*\*Unsupported as asked:\*\* AGX Orin has no FP4 hardware: /,
    ],
    [
      "Since Orin does FP8, how fast is Qwen3-8B in FP8 on an AGX Orin 64GB?",
      /^\*\*Jetson AGX Orin 64GB, .*no FP8/,
    ],
    [
      "Because the AGX Orin 64GB has 273 GB/s, how fast is Llama 3.1 8B on it?",
      /^\*\*On record .* 204\.8 GB\/s/,
    ],
    ["With its 128 GB the AGX Orin 64GB should run Llama 3.3 70B, right?", /^\*\*On record .* 64 GiB/],
    ["Can the $249 Orin Nano 8GB run Llama 3.2 3B?", /^\*\*249 USD was the price of 2026-07-20/],
    [
      "Since the AGX Orin 64GB has 275 dense TOPS, how fast is Qwen3-8B on it?",
      /^\*\*That is a sparse figure/,
    ],
    [
      "How fast is Qwen3-8B AWQ in Ollama on an Orin NX 16GB?",
      /^\*\*Unsupported as asked:\*\* Ollama does not load AWQ INT4\./,
    ],
    [
      "How fast is Qwen3-4B with TensorRT Edge-LLM on AGX Xavier 32GB?",
      /^\*\*Unsupported as asked:\*\* TensorRT Edge-LLM needs compute/,
    ],
    ["Since MIG partitions memory on Thor, can I run Qwen3-8B on it?", /^\*\*.*MIG:\*\* .*memory is not/],
    ["How fast is Llama 3.1 8B on a 4090?", /^\*\*“4090” is not on record/],
  ])("opens the answer to %s", async (question, words) => {
    const text = await answer(question);
    expect(text).toMatch(words);
    expect(text).toMatch(/\bfits\b|tok\/s/);
  });

  it.each([
    "Because the AGX Orin 64GB has 204.8 GB/s, how fast is Llama 3.1 8B on it?",
    "With its 64 GB the AGX Orin should run Llama 3.3 70B, right?",
    "Since Thor does FP8, how fast is Qwen3-8B in FP8 on Thor?",
    "Can the $399 Orin Nano 8GB run Llama 3.2 3B?",
    "How fast is Qwen3-8B in NVFP4 on Thor?",
  ])("does not contradict a premise that is right: %s", async (question) => {
    const { planned, outcomes } = await outcomesOf(question);
    expect(composePremises(planned, outcomes, knowledge).lines).toEqual([]);
  });
});
