import { describe, expect, it } from "vitest";
import { replaceMeasurements } from "../../evals/knowledge-view.ts";
import { promptRuns } from "../../evals/prompt-runs.ts";
import { Measurement } from "../../knowledge/evidence-schema.ts";
import { assume, knowledge } from "../fixtures/knowledge.ts";

/** A prompt of 2,000 tokens at 1,000 tok/s, but for what differs. */
function runOf(change: object) {
  const row = {
    ...Measurement.parse({
      id: "m1",
      device: "agx-orin-64gb",
      model: "qwen3-8b",
      quantization: "q4-k-m",
      runtime: "llama-cpp",
      metric: "prefill",
      promptTokens: 2000,
      value: 1000,
      confidence: "high",
      ...change,
    }),
    source: "s",
  };
  const [run] = promptRuns(replaceMeasurements(knowledge, [row]));
  return run && { tokens: run.tokens, milliseconds: run.milliseconds };
}

describe("promptRuns()", () => {
  it.each([
    { what: "one prompt", change: {}, tokens: 2000, milliseconds: 2000 },
    {
      what: "a batch whose tokens are given together",
      change: { concurrency: 8 },
      tokens: 250,
      milliseconds: 2000,
    },
    {
      what: "a batch of which one stream's are counted",
      change: { concurrency: 8, note: "one stream's tokens over the batch's time" },
      tokens: 2000,
      milliseconds: 2000,
    },
    {
      what: "the time to the first token",
      change: { metric: "time-to-first-token", value: 300 },
      tokens: 2000,
      milliseconds: 300,
    },
  ])("takes $what", ({ change, tokens, milliseconds }) => {
    expect(runOf(change)).toEqual({ tokens, milliseconds });
  });

  it("assumes the length of a prompt where a speed is all that is told", () => {
    expect(runOf({ promptTokens: undefined })?.tokens).toBe(assume("unstated-prompt"));
  });

  it.each([
    {
      what: "a first token after a prompt of unknown length",
      change: { metric: "time-to-first-token", promptTokens: undefined },
    },
    { what: "the first tokens of several", change: { metric: "time-to-first-token", concurrency: 8 } },
    { what: "short prompts that are padded", change: { concurrency: 8, promptTokens: 8 * 127 } },
    { what: "runs without flash attention", change: { note: "jetson_clocks; flash attention off" } },
  ])("leaves out $what", ({ change }) => {
    expect(runOf(change)).toBeUndefined();
  });

  it("finds all of the catalogue's runs that can teach", () => {
    expect(promptRuns(knowledge).length).toBeGreaterThan(150);
  });
});
