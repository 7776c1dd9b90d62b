import { describe, expect, it } from "vitest";
import type { ServedModel } from "../../../server/backends/server-report.ts";
import {
  checkContext,
  checkContextCost,
  ollamaDefaultContext,
} from "../../../server/doctor/context-checks.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";
import { ollamaReport, servedQwen } from "../../fixtures/server-reports.ts";

const needs = { promptTokens: 3500, answerTokens: 1000 };
const GIB = 2 ** 30;

function served(model: Partial<ServedModel>): ServedModel {
  return { ...servedQwen, ...model };
}

function unstated(): ServedModel {
  const { contextTokens: _, ...model } = servedQwen;
  return { ...model, loaded: false };
}

describe("ollamaDefaultContext()", () => {
  it.each([
    { gib: 8, tokens: 4096 },
    { gib: 23.9, tokens: 4096 },
    { gib: 24, tokens: 32_768 },
    { gib: 47.9, tokens: 32_768 },
    { gib: 48, tokens: 262_144 },
  ])("with $gib GiB is $tokens tokens", ({ gib, tokens }) => {
    expect(ollamaDefaultContext(gib * GIB)).toBe(tokens);
  });
});

describe("checkContext()", () => {
  it.each([
    { contextTokens: 3499, state: "problem" },
    { contextTokens: 3500, state: "warning" },
    { contextTokens: 4096, state: "warning" },
    { contextTokens: 4499, state: "warning" },
    { contextTokens: 4500, state: "ok" },
    { contextTokens: 8192, state: "ok" },
  ])("of $contextTokens tokens for 3,500 and 1,000 is $state", ({ contextTokens, state }) => {
    expect(checkContext(ollamaReport(), served({ contextTokens }), needs, undefined).state).toBe(state);
  });

  it("counts what is left for the answer and gives both ways out", () => {
    const { message, fix } = checkContext(ollamaReport(), served({ contextTokens: 4096 }), needs, undefined);
    expect(message).toContain("qwen3:4b is loaded with 4,096 tokens");
    expect(message).toContain("(3,500) 596 are left for the answer, and it wants 1,000");
    expect(message).toContain("OLLAMA_CONTEXT_LENGTH=8192 ollama serve");
    expect(fix).toBe("npm run -s advisor -- doctor --set-up --model qwen3:4b");
  });

  it.each([
    { kind: "vllm", fix: "vllm serve qwen3:4b --max-model-len 8192" },
    { kind: "llama-server", fix: "llama-server --jinja -c 8192 -m MODEL.gguf" },
  ] as const)("gives the flag of $kind", ({ kind, fix }) => {
    const report = ollamaReport([], { kind });
    expect(checkContext(report, served({ contextTokens: 2048 }), needs, undefined).fix).toBe(fix);
  });

  it("takes Ollama's default on this much memory where the model is not loaded", () => {
    const { state, message } = checkContext(ollamaReport(), unstated(), needs, 7.4 * GIB);
    expect(state).toBe("warning");
    expect(message).toContain("would be loaded with Ollama's default of 4,096 tokens");
  });

  it("says that it is not told where nothing tells it", () => {
    expect(checkContext(ollamaReport([], { kind: "vllm" }), unstated(), needs, 8 * GIB).state).toBe(
      "information",
    );
  });
});

describe("checkContextCost()", () => {
  const cost = (model: ServedModel, device: string | undefined, memory = 61.4 * GIB) =>
    checkContextCost(ollamaReport(), model, device, memory, knowledge);

  it("computes what a context that nobody chose takes in keys and values", () => {
    // 2 × 36 layers × 8 heads × 128 values × 2 bytes = 147,456 bytes for each token.
    const [check] = cost(served({ contextTokens: 40_960 }), "agx-orin-64gb");
    expect(check).toMatchObject({ id: "context-cost", state: "warning" });
    expect(check?.message).toContain("its cache takes 6.04 GB at 40,960 tokens, 1.21 GB at the 8,192");
  });

  it("counts no more than the model was made for, and knows an alias by its model", () => {
    const model = { ...unstated(), id: "qwen3-4b-advisor:latest" };
    expect(cost(model, "agx-orin-64gb")[0]?.message).toContain("6.04 GB at 40,960 tokens");
  });

  it("says so without numbers where the model is not on record", () => {
    const [check] = cost(served({ id: "my-own-model", contextTokens: 262_144 }), "agx-orin-64gb");
    expect(check?.message).toContain("262,144 tokens; a long context takes memory from all else");
  });

  it.each([8192, 32_768])("says nothing of %i tokens", (contextTokens) => {
    expect(cost(served({ contextTokens }), "agx-orin-64gb")).toEqual([]);
  });
});
