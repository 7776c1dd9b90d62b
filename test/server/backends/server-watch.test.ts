import { afterEach, describe, expect, it, vi } from "vitest";
import { profileOf } from "../../../server/backends/profiles.ts";
import type { ServedModel, ServerReport } from "../../../server/backends/server-report.ts";
import { createServerWatch } from "../../../server/backends/server-watch.ts";

const endpoint = "http://127.0.0.1:1/v1";
const guess = profileOf("openai-compatible");
const report = (kind: ServerReport["kind"], ...models: ServedModel[]): ServerReport => ({
  kind,
  endpoint,
  models,
});
const ours: ServedModel = { id: "qwen3:4b", loaded: true, contextTokens: 8192 };

function watch(seen: ServerReport | undefined, model = "qwen3:4b") {
  const inspect = vi.fn(async () => seen);
  return { inspect, watch: createServerWatch({ endpoint, model, guess }, inspect) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("createServerWatch()", () => {
  it("is ready where the server has the model, or lists none at all", async () => {
    expect(await watch(report("ollama", ours)).watch.readiness()).toEqual({ ready: true });
    expect(await watch(report("openai-compatible")).watch.readiness()).toEqual({ ready: true });
  });

  it("says that a server is still loading", async () => {
    const loading = { ...report("llama-server"), loading: true };
    expect(await watch(loading).watch.readiness()).toMatchObject({ ready: false, code: "llm-loading" });
  });

  it("says that nobody answers", async () => {
    expect(await watch(undefined).watch.readiness()).toMatchObject({ ready: false, code: "llm-unreachable" });
  });

  it("says which model is missing and the command that brings it", async () => {
    expect(await watch(report("ollama", { id: "llama3.2:latest", loaded: false })).watch.readiness()).toEqual(
      {
        ready: false,
        code: "llm-model-missing",
        message: 'Cannot use the model "qwen3:4b": the server does not have it. Run: ollama pull qwen3:4b',
        fix: "ollama pull qwen3:4b",
      },
    );
    const vllm = await watch(report("vllm", { id: "other", loaded: true })).watch.readiness();
    expect(vllm).not.toHaveProperty("fix");
  });

  it.each([
    { what: "the server's", seen: report("ollama", ours), tokens: 8192 },
    {
      what: "the profile's where the server does not say",
      seen: report("ollama", { id: "qwen3:4b", loaded: false }),
      tokens: 4096,
    },
    { what: "the profile's where nobody answers", seen: undefined, tokens: 4096 },
  ])("gives as context $what", async ({ seen, tokens }) => {
    expect(await watch(seen).watch.contextTokens()).toBe(tokens);
  });

  it("takes the server for what it says it is, once it says so", async () => {
    const { watch: late } = watch(report("vllm", ours));
    expect(late.profile().kind).toBe("openai-compatible");
    await late.contextTokens();
    expect(late.profile().kind).toBe("vllm");
  });

  it("asks once in two seconds, and anew after that", async () => {
    vi.useFakeTimers();
    const { inspect, watch: server } = watch(report("ollama", ours));
    await Promise.all([server.readiness(), server.contextTokens()]);
    vi.advanceTimersByTime(1_990);
    await server.readiness();
    expect(inspect).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(20);
    await server.readiness();
    expect(inspect).toHaveBeenCalledTimes(2);
  });

  it("uses what was just seen", async () => {
    const inspect = vi.fn(async () => undefined);
    const seen = report("ollama", ours);
    expect(
      await createServerWatch({ endpoint, model: "qwen3:4b", guess, seen }, inspect).contextTokens(),
    ).toBe(8192);
    expect(inspect).not.toHaveBeenCalled();
  });
});
