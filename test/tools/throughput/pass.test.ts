import { describe, expect, it } from "vitest";
import { MIB } from "../../../knowledge/units.ts";
import { streamedWeightBytes } from "../../../tools/formulas/streamed-bytes.ts";
import { acceptedTokens, computedParameters, toPass } from "../../../tools/throughput/pass.ts";
import { knowledge, languageModel, place } from "../../fixtures/knowledge.ts";

function pass(workload: Record<string, unknown>, sequences = 1) {
  const placed = place(workload);
  if (!placed.language) throw new Error("no language model");
  return toPass(placed, placed.language, sequences, knowledge);
}

describe("computedParameters()", () => {
  it.each([
    { what: "all but the embedding", name: "qwen2.5-7b", parameters: 7_615_616_512 - 152_064 * 3584 },
    { what: "all, when the embedding is also the head", name: "llama-3.2-1b", parameters: 1_235_814_400 },
    { what: "the active ones of a mixture", name: "qwen3-30b-a3b", parameters: 3.353e9 },
  ])("counts $what: $name", ({ name, parameters }) => {
    expect(computedParameters(languageModel(name))).toBeCloseTo(parameters, -3);
  });
});

describe("acceptedTokens()", () => {
  const speculate = (speculativeDecoding?: object) =>
    acceptedTokens(
      place({ model: "qwen3-8b", ...(speculativeDecoding && { speculativeDecoding }) }),
      knowledge,
    );

  it.each([
    { what: "one without speculation", given: undefined, tokens: 1 },
    { what: "what is stated", given: { method: "EAGLE-3", acceptedTokensPerPass: 4.2 }, tokens: 4.2 },
    { what: "the assumption, when nothing is stated", given: { method: "EAGLE-3" }, tokens: 2.5 },
  ])("is $what", ({ given, tokens }) => {
    expect(speculate(given)).toBe(tokens);
  });
});

describe("toPass()", () => {
  it("reads weights, one sequence's cache, and twice its state", () => {
    const placed = place({ model: "qwen3.5-9b", contextTokens: 1024, concurrency: 4 });
    const { weightBytes, sequenceBytes, sequences, acceptedTokens: tokens } = pass(placed.resolved, 4);
    expect(weightBytes).toBe(streamedWeightBytes(languageModel("qwen3.5-9b"), placed.quantization.value, 1));
    expect(sequenceBytes).toBe(8 * 1024 * 4 * 2 * 256 * 2 + 2 * 50.25 * MIB);
    expect([sequences, tokens]).toEqual([4, 1]);
  });

  it.each([
    { runtime: "llama-cpp", contextTokens: 128, cells: 24 * 128 },
    { runtime: "llama-cpp", contextTokens: 8192, cells: 12 * 8192 + 12 * 128 },
    { runtime: "vllm", contextTokens: 8192, cells: 12 * 8192 + 12 * 128 },
  ])("reads of a window the window itself: $contextTokens tokens in $runtime", ({ cells, ...rest }) => {
    const { sequenceBytes } = pass({ model: "gpt-oss-20b", quantization: "mxfp4", ...rest });
    expect(sequenceBytes).toBe(cells * 8 * 2 * 64 * 2);
  });

  it("reads a draft of 5 % beside the weights, when decoding speculatively", () => {
    const plain = pass({ model: "qwen3-8b" });
    const drafted = pass({ model: "qwen3-8b", speculativeDecoding: { method: "EAGLE-3" } });
    expect(drafted.weightBytes / plain.weightBytes).toBeCloseTo(1.05, 10);
    expect(drafted.acceptedTokens).toBe(2.5);
  });

  it("reads the weights of a dense model once for all", () => {
    const model = { model: "qwen3-8b" };
    expect(pass(model, 8)).toEqual({ ...pass(model), sequences: 8 });
  });

  it("reads more experts of a mixture the more sequences choose theirs", () => {
    const model = { model: "qwen3-30b-a3b" };
    const [one, eight] = [pass(model), pass(model, 8)];
    expect(eight.weightBytes / one.weightBytes).toBeGreaterThan(2);
    expect(eight).toEqual({ ...one, sequences: 8, weightBytes: eight.weightBytes });
  });

  it.each([
    { model: "qwen3-8b", layers: 36, mixtureLayers: 0, weights: 7_568_399_360 },
    { model: "qwen3-30b-a3b", layers: 48, mixtureLayers: 48, weights: 3.353e9 },
  ])("counts layers and weights: $model", ({ model, ...counted }) => {
    const { layers, mixtureLayers, weights } = pass({ model });
    expect({ layers, mixtureLayers, weights: Math.round(weights / 1e6) }).toEqual({
      ...counted,
      weights: Math.round(counted.weights / 1e6),
    });
  });
});
