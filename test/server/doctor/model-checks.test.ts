import { describe, expect, it } from "vitest";
import { checkGpu, checkModel, checkTools, servedModel } from "../../../server/doctor/model-checks.ts";
import { ollamaReport, servedQwen } from "../../fixtures/server-reports.ts";

describe("servedModel()", () => {
  const report = ollamaReport([
    { id: "llama3.2:latest", loaded: false },
    { id: "qwen3:4b" },
    { id: "gemma3:4b", loaded: false },
  ]);

  it.each([
    { wanted: "gemma3:4b", id: "gemma3:4b" },
    { wanted: "llama3.2", id: "llama3.2:latest" },
    { wanted: undefined, id: "qwen3:4b" },
    { wanted: "phi4", id: undefined },
  ])("of three is $id where $wanted is wanted", ({ wanted, id }) => {
    expect(servedModel(report, wanted)?.id).toBe(id);
  });

  it("is the one made for the advisor, else the first, where none is loaded", () => {
    const idle = ["llama3.2:3b", "qwen3-4b-advisor:latest"].map((id) => ({ id, loaded: false }));
    expect(servedModel(ollamaReport(idle), undefined)?.id).toBe("qwen3-4b-advisor:latest");
    expect(servedModel(ollamaReport(idle.slice(0, 1)), undefined)?.id).toBe("llama3.2:3b");
  });
});

describe("checkModel()", () => {
  it("names the model that answers and its size", () => {
    const { state, message } = checkModel(ollamaReport(), servedQwen, undefined, undefined);
    expect([state, message]).toEqual(["ok", "qwen3:4b answers (loaded, 4.40 GB)."]);
  });

  it("says what the server has in place of the model that was asked for, and how to get it", () => {
    expect(checkModel(ollamaReport(), undefined, "phi4", "qwen3:8b")).toMatchObject({
      state: "problem",
      message: 'Ollama has qwen3:4b, not "phi4".',
      fix: "ollama pull phi4",
    });
  });

  it("gets the recommended model where there is none", () => {
    expect(checkModel(ollamaReport([]), undefined, undefined, "qwen3:8b")).toMatchObject({
      message: "Ollama has no model.",
      fix: "ollama pull qwen3:8b",
    });
  });
});

describe("checkTools()", () => {
  it.each([
    { kind: "ollama", tools: true, state: "ok" },
    { kind: "ollama", tools: false, state: "problem" },
    { kind: "openai-compatible", tools: undefined, state: "information" },
    { kind: "vllm", tools: undefined, state: "information" },
    { kind: "vllm", tools: false, state: "problem" },
  ] as const)("of $kind with tools $tools is $state", ({ kind, tools, state }) => {
    const { tools: _, ...model } = servedQwen;
    const served = { ...model, ...(tools !== undefined && { tools }) };
    expect(checkTools(ollamaReport([], { kind }), served).state).toBe(state);
  });

  it("says with which flags vLLM takes tools", () => {
    const { tools: _, ...model } = servedQwen;
    const { message, fix } = checkTools(ollamaReport([], { kind: "vllm" }), {
      ...model,
      id: "Qwen/Qwen3-4B",
    });
    expect(message).toContain("--enable-auto-tool-choice --tool-call-parser hermes");
    expect(fix).toBe("vllm serve Qwen/Qwen3-4B --enable-auto-tool-choice --tool-call-parser hermes");
  });

  it("names a model that takes tools where this one does not", () => {
    const served = { ...servedQwen, id: "gemma3:4b", tools: false };
    expect(checkTools(ollamaReport(), served, "qwen3:8b").fix).toBe("ollama pull qwen3:8b");
  });
});

describe("checkGpu()", () => {
  it.each([
    { gpuShare: 1, state: "ok" },
    { gpuShare: 0.98, state: "ok" },
    { gpuShare: 0.97, state: "warning" },
    { gpuShare: 0, state: "problem" },
  ])("of a share of $gpuShare is $state", ({ gpuShare, state }) => {
    expect(checkGpu(ollamaReport(), { ...servedQwen, gpuShare })).toMatchObject([{ id: "gpu", state }]);
  });

  it("tells the share and what loads the model anew", () => {
    const [check] = checkGpu(ollamaReport(), { ...servedQwen, gpuShare: 0.62 });
    expect(check?.message).toContain("62 % of qwen3:4b is on the GPU");
    expect(check?.fix).toBe("ollama stop qwen3:4b && sudo systemctl restart ollama");
  });

  it("says nothing where the server does not tell, or nothing is loaded", () => {
    const { gpuShare: _, ...model } = servedQwen;
    expect(checkGpu(ollamaReport(), model)).toEqual([]);
    expect(checkGpu(ollamaReport(), { ...servedQwen, loaded: false })).toEqual([]);
  });
});
