import { describe, expect, it } from "vitest";
import { cachePeers, memoryPeers, weightPeers } from "../../../../evals/backtest/peers/memory.ts";
import { place } from "../../../fixtures/knowledge.ts";

const placed = place({ model: "llama-3.1-8b", contextTokens: 8192 });
const billions = 8.030261248;

describe("peers on memory", () => {
  it.each([
    { peers: weightPeers, name: "parameters × bits ÷ 8", bytes: billions * 0.5e9 },
    { peers: weightPeers, name: "llmfit", bytes: billions * 0.58e9 },
    { peers: cachePeers, name: "llmfit", bytes: 2 ** 30 },
    { peers: cachePeers, name: "llm-checker", bytes: 0.000008 * billions * 8192 * 1e9 },
    { peers: cachePeers, name: "whichllm", bytes: 3.5 * 2 ** 20 * billions * 8 },
    { peers: memoryPeers, name: "the documents' rule of thumb", bytes: billions * 0.7e9 },
    { peers: memoryPeers, name: "llmfit", bytes: billions * 0.58e9 + 2 ** 30 + 0.5e9 },
    { peers: memoryPeers, name: "gpu_poor", bytes: billions * 0.5e9 + 2 ** 30 + 650e6 },
  ])("give for Llama 3.1 8B with 8,192 tokens what is published: $name", ({ peers, name, bytes }) => {
    expect(peers[name]?.({ placed })).toBeCloseTo(bytes, 0);
  });

  it("take a quantized cache as one or half a byte a value", () => {
    const quantized = place({ model: "llama-3.1-8b", contextTokens: 8192, kvCacheType: "q4_0" });
    expect(cachePeers.llmfit?.({ placed: quantized })).toBe(2 ** 28);
  });

  it("say nothing of what is no language model", () => {
    expect(weightPeers.llmfit?.({ placed: place({ model: "yolo11s" }) })).toBeNull();
  });
});
