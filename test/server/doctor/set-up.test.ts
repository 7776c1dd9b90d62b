import { describe, expect, it } from "vitest";
import { describeSetUp, nextCommand, planSetUp, runSetUp } from "../../../server/doctor/set-up.ts";
import { withCreateServer } from "../../fixtures/create-server.ts";
import { ollamaReport } from "../../fixtures/server-reports.ts";

const request = { model: "qwen3-4b-advisor", from: "qwen3:4b", parameters: { num_ctx: 8192 }, stream: false };
const success = { status: 200, body: '{"status":"success"}' };

describe("planSetUp()", () => {
  it.each([
    { id: "qwen3:4b", alias: "qwen3-4b-advisor" },
    { id: "mistral-nemo:latest", alias: "mistral-nemo-advisor" },
    { id: "hf.co/Qwen/Qwen3-4B-GGUF:Q4_K_M", alias: "hf.co-Qwen-Qwen3-4B-GGUF-Q4_K_M-advisor" },
  ])("makes $alias of $id", ({ id, alias }) => {
    const plan = planSetUp(ollamaReport([{ id }]), undefined);
    expect(plan).toMatchObject({ alias, from: id, body: { model: alias, from: id } });
  });

  it.each(["http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/", "http://127.0.0.1:11434"])(
    "asks Ollama itself beside its OpenAI path %s",
    (endpoint) => {
      expect(planSetUp(ollamaReport([{}], { endpoint }), undefined)).toMatchObject({
        url: "http://127.0.0.1:11434/api/create",
        body: request,
      });
    },
  );

  it.each([
    { why: "no server", report: undefined, wanted: undefined, code: "llm-unreachable" },
    { why: "vLLM", report: ollamaReport([{}], { kind: "vllm" }), wanted: undefined, code: "invalid-input" },
    { why: "the built-in answerer", report: ollamaReport(), wanted: "built-in", code: "invalid-input" },
    { why: "a missing model", report: ollamaReport(), wanted: "phi4", code: "llm-model-missing" },
    { why: "no model", report: ollamaReport([]), wanted: undefined, code: "llm-model-missing" },
    {
      why: "an alias",
      report: ollamaReport([{ id: "qwen3-4b-advisor:latest" }]),
      wanted: undefined,
      code: "invalid-input",
    },
  ] as const)("refuses $why as $code and says what to do", ({ report, wanted, code }) => {
    expect(() => planSetUp(report, wanted)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/^Cannot set up/) }),
    );
  });

  it("names the flags of the other servers", () => {
    const vllm = ollamaReport([{}], { kind: "vllm" });
    expect(() => planSetUp(vllm, undefined)).toThrow(/--max-model-len 8192.*-c 8192/);
  });
});

describe("describeSetUp()", () => {
  it("says it in words, as the request, and as the commands that do the same", () => {
    const words = describeSetUp(planSetUp(ollamaReport(), undefined));
    expect(words).toContain("alias qwen3-4b-advisor of qwen3:4b that is loaded with 8,192 tokens");
    expect(words).toContain(JSON.stringify(request));
    expect(words).toContain("printf '%s\\n' 'FROM qwen3:4b' 'PARAMETER num_ctx 8192' > Modelfile");
    expect(words).toContain("ollama create qwen3-4b-advisor -f Modelfile");
  });
});

describe("nextCommand()", () => {
  it("asks with the alias, and says where only if that is no usual place", () => {
    expect(nextCommand(planSetUp(ollamaReport(), undefined))).toMatch(/--model qwen3-4b-advisor$/);
    const elsewhere = ollamaReport([{}], { endpoint: "http://10.0.0.5:11434/v1" });
    expect(nextCommand(planSetUp(elsewhere, undefined))).toMatch(
      /--endpoint http:\/\/10\.0\.0\.5:11434\/v1$/,
    );
  });
});

describe("runSetUp()", () => {
  const planAt = (origin: string) => planSetUp(ollamaReport([{}], { endpoint: `${origin}/v1` }), undefined);

  it("sends the one request that was shown", async () => {
    await withCreateServer(success, async (origin, asked) => {
      await runSetUp(planAt(origin));
      expect(asked).toEqual([{ method: "POST", path: "/api/create", body: request }]);
    });
  });

  it.each([
    {
      status: 404,
      body: '{"error":"model \'qwen3:4b\' not found"}',
      said: "model 'qwen3:4b' not found (HTTP 404)",
    },
    { status: 200, body: '{"error":"no space left"}', said: "no space left (HTTP 200)" },
    { status: 500, body: "<html>", said: "it does not say why (HTTP 500)" },
  ])("fails with what Ollama says: $said", async ({ status, body, said }) => {
    await withCreateServer({ status, body }, async (origin) => {
      await expect(runSetUp(planAt(origin))).rejects.toMatchObject({
        code: "llm-bad-response",
        message: `Cannot make qwen3-4b-advisor: ${said}.`,
      });
    });
  });

  it("fails without an address in its words where nothing answers", async () => {
    const origin = await withCreateServer(success, async (open) => open);
    await expect(runSetUp(planAt(origin))).rejects.toMatchObject({
      code: "llm-unreachable",
      message: expect.not.stringContaining("127.0.0.1"),
    });
  });
});
