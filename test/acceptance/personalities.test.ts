import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Brain } from "../../evals/self/model-server/brain.ts";
import { startOllamaServer } from "../../evals/self/model-server/ollama-server.ts";
import { createPersonalities } from "../../evals/self/personalities.ts";
import type { Answer } from "../../server/agent/answer.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../server/backends/built-in.ts";
import { createOpenAICompatibleBackend } from "../../server/backends/openai-compatible.ts";
import { startLlamaServer } from "../fixtures/model-servers/llama-server.ts";
import { startVllmServer } from "../fixtures/model-servers/vllm-server.ts";
import { questions } from "../fixtures/questions.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";

const model = "qwen3:4b";
const plain = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
const expected = new Map<string, Answer>();

beforeAll(async () => {
  for (const question of questions) expected.set(question, await plain.ask(question));
});

/** A number with its unit, read by other means than the checker's. */
const amount = /(?<![\w.,-])\d[\d,]*(?:\.\d+)?\s?(?:GB|MB|tok\/s|W|USD)(?![\w/])/g;

/** Amounts that the model wrote and no tool, and neither the user, ever did. */
function inventions(written: readonly string[], answer: Answer, question: string): string[] {
  const known = JSON.stringify([answer.toolCalls, question]);
  const amounts = written.flatMap((text) => text.match(amount) ?? []);
  return [...new Set(amounts)].filter((text) => !known.includes(text));
}

function expectRight(answer: Answer, question: string, written: readonly string[]) {
  const { verdict, verdicts } = expected.get(question) ?? { verdict: undefined, verdicts: undefined };
  expect([answer.verdict, answer.verdicts]).toEqual([verdict, verdicts]);
  expect(answer.check.unverified).toEqual([]);
  expect(answer.answer.trim()).not.toBe("");
  expect(answer.degraded).toBe(false);
  for (const invented of inventions(written, answer, question)) expect(answer.answer).not.toContain(invented);
}

/** The brain, with everything it writes kept. */
function overheard(brain: Brain): { brain: Brain; written: string[] } {
  const written: string[] = [];
  return {
    written,
    brain: async (body, index) => {
      const reply = await brain(body, index);
      written.push(reply.text ?? "");
      return reply;
    },
  };
}

const servers = {
  ollama: (brain: Brain) =>
    startOllamaServer({
      brain,
      models: [{ name: model, capabilities: ["completion", "tools"], loadedContext: 8192 }],
    }),
  vllm: (brain: Brain) => startVllmServer({ brain, model }),
  "llama-server": (brain: Brain) => startLlamaServer({ brain, model }),
};

async function askAll(
  kind: keyof typeof servers,
  brain: Brain,
  mode: "guided" | "free",
  asked: readonly string[],
): Promise<Answer[]> {
  const { brain: listening, written } = overheard(brain);
  const server = await servers[kind](listening);
  try {
    const backend = createOpenAICompatibleBackend({ endpoint: server.endpoint, model });
    const advisor = createAdvisor(backend, knowledge, () => 0, { mode });
    const answers: Answer[] = [];
    for (const question of asked) {
      written.length = 0;
      const answer = await advisor.ask(question);
      expectRight(answer, question, written);
      answers.push(answer);
    }
    return answers;
  } finally {
    await server.close();
  }
}

const personalities = createPersonalities(knowledge);
const names = Object.keys(personalities);
const brainOf = (name: string): Brain => personalities[name] ?? (() => ({ text: "" }));

describe.each(["guided", "free"] as const)("behind Ollama, %s, over every question", (mode) => {
  it.each(names)("%s shows no wrong verdict and no wrong number", { timeout: 120_000 }, async (name) => {
    const answers = await askAll("ollama", brainOf(name), mode, questions);
    const struck = answers.filter(({ check }) => check.struck.length > 0).length;
    // What a good model says is left alone; what a liar says never is.
    if (name === "good") expect(struck).toBeLessThan(questions.length / 2);
    if (name === "liar") expect(struck).toBe(questions.length);
    const recovered = answers.reduce((sum, { check }) => sum + check.recoveredCalls, 0);
    if (name === "chatterbox" && mode === "free") expect(recovered).toBeGreaterThan(0);
  });
});

describe.each(["vllm", "llama-server"] as const)("behind %s", (kind) => {
  it.each(names)("%s shows no wrong verdict and no wrong number", { timeout: 60_000 }, async (name) => {
    for (const mode of ["guided", "free"] as const)
      await askAll(kind, brainOf(name), mode, questions.slice(0, 5));
  });
});

afterAll(() => expected.clear());
