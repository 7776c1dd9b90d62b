import { describe, expect, it } from "vitest";
import type { Model } from "../../../knowledge/schema.ts";
import { arithmeticOf } from "../../../tools/throughput/arithmetic.ts";
import { layerParameters, promptAssumptions, toPromptWork } from "../../../tools/throughput/prompt-work.ts";
import { board, knowledge, languageModel, place } from "../../fixtures/knowledge.ts";

const edge = "tensorrt-edge-llm";

function assumptions(
  device: string,
  workload: { model: string; quantization?: string; runtime?: string },
  prompt = {},
) {
  const on = board(device);
  const placed = place(workload);
  const arithmetic = arithmeticOf(on, placed);
  if (!arithmetic || !placed.language) throw new Error("wanted a language model on a board of known compute");
  const tokens = { tokens: 100, sequences: 1, ...prompt };
  return promptAssumptions(on, placed, placed.language, arithmetic, tokens, knowledge);
}

describe("layerParameters()", () => {
  const model = (change: object): Model => ({
    ...languageModel("qwen3-8b"),
    parametersBillions: 10,
    ...change,
  });
  const table = 151_936 * 4096;

  it("leaves out the embedding and the output head", () => {
    expect(layerParameters(model({}))).toBe(10e9 - 2 * table);
    expect(layerParameters(model({ tiedEmbeddings: true }))).toBe(10e9 - table);
  });

  it("counts active experts only, of whose figure embedding and head are a part", () => {
    const mixture = { activeBillions: 3, experts: { count: 8, perToken: 2 } };
    expect(layerParameters(model(mixture))).toBe(3e9 - 2 * table);
    expect(layerParameters(model({ activeBillions: 3 }))).toBe(3e9);
  });
});

describe("toPromptWork()", () => {
  it("counts the values between the layers and the state's way there and back, for all tokens", () => {
    const placed = place({ model: "qwen3.5-4b" });
    const model = { ...languageModel("qwen3.5-4b"), layers: 10, hiddenSize: 100, recurrentState: 1000 };
    const one = toPromptWork(placed, model, { tokens: 50, sequences: 1 });
    expect(one.values).toBe(50 * 10 * 100);
    expect(one.stateBytes).toBe(50 * 2 * 1000);
    const four = toPromptWork(placed, model, { tokens: 50, sequences: 4 });
    expect(four.values).toBe(4 * one.values);
    expect(four.operations).toBeCloseTo(4 * one.operations, 0);
    expect(four.weightBytes).toBe(one.weightBytes);
  });

  it("reads every expert of a mixture once for a long prompt, few for one token", () => {
    const placed = place({ model: "qwen3-30b-a3b", quantization: "awq-int4", runtime: edge });
    const bytes = (tokens: number) =>
      toPromptWork(placed, languageModel("qwen3-30b-a3b"), { tokens, sequences: 1 }).weightBytes;
    expect(bytes(1)).toBeLessThan(0.2 * bytes(1000));
    expect(bytes(2000)).toBeCloseTo(bytes(1000), -3);
  });
});

describe("promptAssumptions()", () => {
  it.each([
    {
      what: "Orin takes the state on token by token",
      device: "agx-orin-64gb",
      model: "qwen3.5-4b",
      scan: "stepwise",
    },
    { what: "Thor takes it on in chunks", device: "thor-t5000", model: "qwen3.5-4b", scan: "chunked" },
    { what: "but not heads of 80", device: "thor-t5000", model: "nemotron-3-nano-4b", scan: "stepwise" },
  ])("$what", ({ device, model, scan }) => {
    expect(assumptions(device, { model, runtime: edge }).state).toBe(`prompt-state-${scan}`);
  });

  it("has no state in a model without recurrent layers, and chunks in engines nobody saw stepping", () => {
    expect(assumptions("agx-orin-64gb", { model: "qwen3-8b" }).state).toBeNull();
    expect(assumptions("agx-orin-64gb", { model: "qwen3.5-4b", runtime: "vllm" }).state).toBe(
      "prompt-state-chunked",
    );
  });

  it("pays neither overhead nor weights again to check drafted tokens, but every state", () => {
    const found = assumptions("thor-t5000", { model: "qwen3.5-4b", runtime: edge }, { isChecking: true });
    expect(found).toMatchObject({ overhead: null, streaming: null, state: "prompt-state-kept" });
  });

  it("moves the values of several prompts through memory", () => {
    expect(assumptions("thor-t5000", { model: "qwen3-8b" }, { sequences: 8 }).valueBytes).toBe(
      "prompt-value-bytes-batch",
    );
    expect(assumptions("thor-t5000", { model: "qwen3-8b" }).valueBytes).toBe("prompt-value-bytes");
  });

  it("knows engines that are slow at mixtures", () => {
    const mixture = assumptions("agx-orin-64gb", { model: "qwen3-30b-a3b", runtime: "llama-cpp" });
    expect(mixture.arithmetic).toBe("prompt-arithmetic-widened-mixture-ggml");
    const other = assumptions("agx-orin-64gb", {
      model: "qwen3-30b-a3b",
      quantization: "awq-int4",
      runtime: edge,
    });
    expect(other.arithmetic).toBe(`prompt-arithmetic-widened-${edge}-orin`);
  });
});
