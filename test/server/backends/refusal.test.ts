import { describe, expect, it } from "vitest";
import { refusalCode, refusesExtras } from "../../../server/backends/refusal.ts";

describe("refusalCode()", () => {
  it.each([
    [
      404,
      '{"error":{"message":"model \\"qwen3:9b\\" not found, try pulling it first"}}',
      "llm-model-missing",
    ],
    [
      404,
      '{"error":{"message":"The model `x` does not exist.","type":"NotFoundError"}}',
      "llm-model-missing",
    ],
    [404, "", "llm-model-missing"],
    [404, "404 page not found", "llm-bad-response"],
    [404, '{"detail":"Not Found"}', "llm-bad-response"],
    [404, "<html><h1>404</h1></html>", "llm-bad-response"],
    [
      400,
      '{"error":{"message":"registry.ollama.ai/library/gemma3:4b does not support tools"}}',
      "llm-no-tools",
    ],
    [
      400,
      '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
      "llm-no-tools",
    ],
    [500, '{"error":{"message":"tools param requires --jinja flag"}}', "llm-no-tools"],
    [
      400,
      "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens",
      "llm-context-exceeded",
    ],
    [
      400,
      '{"error":{"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}',
      "llm-context-exceeded",
    ],
    [500, "input is too long for the context window", "llm-context-exceeded"],
    [500, "llama runner process has terminated: signal: killed", "llm-oom"],
    [500, "model requires more system memory (5.6 GiB) than is available (3.1 GiB)", "llm-oom"],
    [500, "CUDA error: an illegal memory access was encountered", "llm-oom"],
    [500, "cudaMalloc failed: out of memory", "llm-oom"],
    [503, '{"error":{"message":"Loading model","type":"unavailable_error","code":503}}', "llm-loading"],
    [503, "server busy, please try again.  maximum pending requests exceeded", "llm-busy"],
    [503, "", "llm-busy"],
    [429, "{}", "llm-busy"],
    [500, "{}", "llm-bad-response"],
    [400, "Failed to initialize samplers: failed to parse grammar", "llm-no-tools"],
    [401, "no key", "llm-bad-response"],
    [302, "", "llm-bad-response"],
    [200, "<html>Log in</html>", "llm-bad-response"],
  ])("takes %i with %j for %s", (status, text, code) => {
    expect(refusalCode(status, text)).toBe(code);
  });

  it("is quick with the longest refusal that is read, whatever it holds", () => {
    const started = performance.now();
    for (const words of ["model ", "context ", "tool ", "a "])
      refusalCode(500, words.repeat(4096 / words.length));
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe("refusesExtras()", () => {
  it.each([
    [400, 'invalid reasoning value: \'none\' (must be "high", "medium", or "low")', true],
    [400, "chat_template is not supported for Mistral tokenizers.", true],
    [422, "Extra inputs are not permitted", true],
    [400, "temperature must be positive", false],
    [500, "reasoning failed", false],
    [400, "does not support tools, nor thinking", false],
  ])("says of %i with %s: %s", (status, text, refuses) => {
    expect(refusesExtras(status, text)).toBe(refuses);
  });
});
