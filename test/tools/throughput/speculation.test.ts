import { describe, expect, it } from "vitest";
import { streamedWeightBytes } from "../../../tools/formulas/streamed-bytes.ts";
import { parameterClasses } from "../../../tools/formulas/weights.ts";
import { toPass } from "../../../tools/throughput/pass.ts";
import {
  acceptedTokens,
  checkSeconds,
  draftReading,
  leastDraftBytes,
  passTokens,
  speculationInterval,
  speculative,
} from "../../../tools/throughput/speculation.ts";
import { assume, board, knowledge, languageModel, place } from "../../fixtures/knowledge.ts";

const edge = { model: "qwen3-8b", quantization: "awq-int4", runtime: "tensorrt-edge-llm" };
const drafting = (speculativeDecoding: object, change: object = {}) =>
  place({ ...edge, ...change, speculativeDecoding });

describe("acceptedTokens()", () => {
  it.each([
    { speculativeDecoding: undefined, tokens: 1 },
    { speculativeDecoding: { method: "EAGLE-3", acceptedTokensPerPass: 3.3 }, tokens: 3.3 },
    { speculativeDecoding: { method: "EAGLE-3" }, tokens: assume("speculation-accepted-eagle") },
    { speculativeDecoding: { method: "mtp" }, tokens: assume("speculation-accepted-mtp") },
    { speculativeDecoding: { method: "something new" }, tokens: assume("speculation-accepted-other") },
  ])("is $tokens for $speculativeDecoding", ({ speculativeDecoding, tokens }) => {
    expect(acceptedTokens(place({ ...edge, speculativeDecoding }), knowledge)).toBe(tokens);
  });
});

describe("passTokens()", () => {
  it.each([
    { method: "EAGLE3 (accept 4.22)", runtime: "tensorrt-edge-llm", tokens: 60 },
    { method: "eagle", runtime: "vllm", tokens: 6 },
    { method: "MTP", runtime: "tensorrt-edge-llm", tokens: 4 },
    { method: "DFlash", runtime: "tensorrt-edge-llm", tokens: 16 },
    { method: "draft 1B n=8", runtime: "vllm", tokens: 9 },
    { method: "prompt lookup", runtime: "vllm", tokens: 6 },
  ])("is $tokens for $method in $runtime", ({ method, runtime, tokens }) => {
    expect(passTokens(drafting({ method }, { runtime }), knowledge)).toBe(tokens);
  });

  it("is one without a draft, and never fewer than are accepted", () => {
    expect(passTokens(place(edge), knowledge)).toBe(1);
    expect(passTokens(drafting({ method: "MTP", acceptedTokensPerPass: 4.5 }), knowledge)).toBe(5);
  });
});

describe("draftReading()", () => {
  const target = languageModel("qwen3-8b");
  const orin = board("agx-orin-64gb");
  const { embedding } = parameterClasses(target);

  it("reads a share of the target for EAGLE-3, and the output head three times for MTP, in 16 bit beside INT4", () => {
    const eagle = draftReading(orin, drafting({ method: "EAGLE3" }), target, knowledge);
    expect(eagle).toMatchObject({ bytes: 0, shareId: "speculation-draft-share-eagle" });
    const { bytes, shareId } = draftReading(orin, drafting({ method: "MTP" }), target, knowledge);
    expect(bytes).toBe(3 * embedding * 2);
    expect(shareId).toBe("speculation-draft-share-mtp");
  });

  it("reads the head as narrow as the weights where the hardware multiplies in their format", () => {
    const placed = drafting({ method: "MTP" }, { quantization: "nvfp4" });
    const { bytes } = draftReading(board("thor-t5000"), placed, target, knowledge);
    expect(bytes).toBeCloseTo((3 * embedding * placed.quantization.value.blockBits) / 8, 0);
  });

  it("reads a draft model once for each token it drafts", () => {
    const placed = drafting({ method: "draft model", draft: "qwen3-0.6b" });
    const { bytes, shareId } = draftReading(orin, placed, target, knowledge);
    const once = streamedWeightBytes(languageModel("qwen3-0.6b"), placed.quantization.value, 1);
    expect(bytes).toBeCloseTo(8 * assume("speculation-draft-slowness") * once, 0);
    expect(shareId).toBeNull();
  });
});

describe("checkSeconds()", () => {
  it("grows with the sequences, and is longer for a tree than for a chain", () => {
    const tree = drafting({ method: "EAGLE3" });
    const on = board("agx-orin-64gb");
    expect(checkSeconds(on, tree, 8, knowledge)).toBeGreaterThan(7.9 * checkSeconds(on, tree, 1, knowledge));
    expect(checkSeconds(on, tree, 1, knowledge)).toBeGreaterThan(
      10 * checkSeconds(on, drafting({ method: "MTP" }), 1, knowledge),
    );
  });

  it("is zero where nobody states the board's compute", () => {
    const mine = { name: "Mine", memory: "16 GB", bandwidth: "100 GB/s" };
    expect(checkSeconds(board(mine), drafting({ method: "EAGLE3" }), 1, knowledge)).toBe(0);
  });
});

describe("leastDraftBytes()", () => {
  it("is nothing without a draft, a small share of the target, or the draft that is named", () => {
    const target = languageModel("qwen3-8b");
    const bytes = streamedWeightBytes(target, place(edge).quantization.value, 1);
    expect(leastDraftBytes(place(edge), target, knowledge)).toBe(0);
    expect(leastDraftBytes(drafting({ method: "MTP" }), target, knowledge)).toBeCloseTo(
      bytes * assume("draft-share"),
      0,
    );
    const named = drafting({ method: "draft", draft: "qwen3-0.6b" });
    expect(leastDraftBytes(named, target, knowledge)).toBe(
      streamedWeightBytes(languageModel("qwen3-0.6b"), named.quantization.value, 1),
    );
  });
});

describe("speculative()", () => {
  const on = board("agx-orin-64gb");

  it("leaves a pass without a draft as it is", () => {
    const placed = place(edge);
    const pass = toPass(placed, languageModel("qwen3-8b"), 1, knowledge);
    expect(speculative(pass, on, placed, languageModel("qwen3-8b"), knowledge)).toBe(pass);
  });

  it("takes longer for each further sequence", () => {
    const model = languageModel("qwen3-8b");
    const placed = drafting({ method: "MTP" });
    const seconds = (sequences: number) =>
      speculative(toPass(placed, model, sequences, knowledge), on, placed, model, knowledge).draftingSeconds -
      checkSeconds(on, placed, sequences, knowledge);
    const target = streamedWeightBytes(model, placed.quantization.value, 1) / 204.8e9;
    expect(seconds(3) - seconds(1)).toBeCloseTo(2 * assume("speculation-draft-batch") * target, 9);
  });

  it("touches the experts of all tokens it checks", () => {
    const model = languageModel("qwen3-30b-a3b");
    const placed = drafting({ method: "MTP" }, { model: "qwen3-30b-a3b" });
    const pass = speculative(toPass(placed, model, 2, knowledge), on, placed, model, knowledge);
    expect(pass.weightBytes).toBe(streamedWeightBytes(model, placed.quantization.value, 2 * 4));
    expect(pass.draftingSeconds).toBeGreaterThan(0);
  });
});

describe("speculationInterval()", () => {
  it("is wide where the acceptance is assumed", () => {
    expect(speculationInterval(place(edge))).toBeNull();
    expect(speculationInterval(drafting({ method: "MTP", acceptedTokensPerPass: 2 }))).toBe(
      "interval-speculation",
    );
    expect(speculationInterval(drafting({ method: "MTP" }))).toBe("interval-speculation-unstated");
  });
});
