import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import { guidedInstructions } from "../../../server/agent/instructions.ts";
import { offeredText, offeredTools } from "../../../server/agent/offer.ts";
import { type DigestedResult, fitHistory, promptTokens } from "../../../server/agent/token-budget.ts";
import { callError } from "../../../server/agent/tool-error.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { getTool, tools } from "../../../tools/registry.ts";
import { questions } from "../../fixtures/questions.ts";
import { realTokens } from "../../fixtures/tokens.ts";

const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-prompt-size"));

const asked = [
  ...questions,
  "Which board is cheapest for Qwen3-8B and Whisper small?",
  "What is the fastest board for Llama 3.1 8B under $2,000?",
  "Somebody claims 55 tok/s for Llama 3.2 1B FP16 on Orin Nano Super, can that be?",
  "Has anybody measured gpt-oss-20b on an Orin NX 16GB?",
  "Can I run Llama 3.1 8B with 1e9 tokens of context on Thor?",
];

/** A conversation longer than any prompt. */
const history = Array.from({ length: 40 }, (_, index) => ({
  role: index % 2 === 0 ? ("user" as const) : ("assistant" as const),
  text: `It needs 11.5 GB of 16.4 GB, headroom 4.94 GB, decode 7.3 tok/s on Jetson Orin NX 16GB (${index}).`,
}));

async function resultsOf(question: string): Promise<DigestedResult[]> {
  const { calls } = plan(question, [], knowledge);
  return Promise.all(
    calls.map(async ({ name, input }) => {
      const tool = getTool(name);
      const digest = await tool.call(input, knowledge).then(
        (result) => result.digest,
        (error: unknown) => callError(tool, error),
      );
      return { name, input, digest };
    }),
  );
}

/** What a chat template puts round a message: markers and role, as Qwen's and Llama's do. */
const aroundMessage = 11;

describe("the prompt of a guided turn", () => {
  it.each(asked)(
    "fits 3,500 tokens of a real tokenizer, however long the conversation: %s",
    async (question) => {
      const results = await resultsOf(question);
      const offered = offeredText(
        offeredTools(
          results.map(({ name }) => name),
          tools,
        ),
      );
      const parts = { system: guidedInstructions, tools: offered, results, question, history };
      const fitted = fitHistory({ ...parts, budget: promptTokens });
      const calls = results.flatMap(({ name, input }, index) => [
        `${name} ${JSON.stringify(input)}`,
        fitted.digests[index] ?? "",
      ]);
      const sent = [
        guidedInstructions,
        offered,
        question,
        ...calls,
        ...fitted.history.map(({ text }) => text),
      ];
      const tokens = sent.reduce((sum, text) => sum + realTokens(text) + aroundMessage, 0);
      expect(tokens).toBeLessThanOrEqual(promptTokens);
      expect(tokens).toBeLessThanOrEqual(fitted.tokens + 2 * aroundMessage);
      expect(fitted.tokens).toBeLessThanOrEqual(promptTokens);
      for (const [index, { digest }] of results.entries())
        expect(realTokens(digest), results[index]?.name).toBeLessThanOrEqual(300);
    },
  );

  it("keeps the verdict of every board of six", async () => {
    const results = await resultsOf("Can Orin run FP4?");
    const { digests } = fitHistory({
      system: guidedInstructions,
      tools: offeredText(offeredTools([], tools)),
      results,
      question: "Can Orin run FP4?",
      history,
      budget: promptTokens,
    });
    expect(digests.filter((digest) => digest.startsWith("verdict: unsupported. "))).toHaveLength(6);
  });
});
