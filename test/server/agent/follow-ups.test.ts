import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { overallVerdict, verdictsOf } from "../../../server/agent/assemble.ts";
import { longestLabel } from "../../../server/agent/follow-up.ts";
import { followUpsOf } from "../../../server/agent/follow-ups.ts";
import { makePlannedCalls } from "../../../server/agent/planned-calls.ts";
import { toQuestion } from "../../../server/built-in/phrase-plan.ts";
import { plan } from "../../../server/built-in/plan.ts";
import { refusalsOf } from "../../../server/built-in/refusals.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { computedCalls } from "../../fixtures/planned-calls.ts";
import { questions } from "../../fixtures/questions.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

/** The questions of the README's table; those that go on with another one say nothing alone. */
function readmeQuestions(): string[] {
  const readme = readFileSync(join(import.meta.dirname, "../../../README.md"), "utf8");
  const [, table = ""] = readme.split("## What it answers");
  const [rows = ""] = table.split("\n## ");
  const cells = rows
    .split("\n")
    .flatMap((row) => (row.startsWith("| ") ? [row.split("|")[1]?.trim() ?? ""] : []));
  return cells.filter((cell) => cell !== "ask" && !/^(?:and|why)\b/.test(cell));
}

/** What the planner's calls but the searches come to. */
async function answerTo(question: string) {
  const { reading } = plan(question, [], knowledge);
  const calls = computedCalls(question);
  const outcomes = (await makePlannedCalls(calls, knowledge)).map(({ outcome }) => outcome);
  return { question, reading, calls, outcomes };
}

const answers = new Map<string, ReturnType<typeof answerTo>>();
/** Many answers suggest the same question, which is asked once. */
function answerOnce(question: string) {
  const known = answers.get(question) ?? answerTo(question);
  answers.set(question, known);
  return known;
}

async function followUpsTo(question: string) {
  const answer = await answerOnce(question);
  return followUpsOf(answer, answer.outcomes, knowledge);
}

const every = [...new Set<string>([...questions, ...readmeQuestions()])];

describe("followUpsOf()", () => {
  it("has the questions that it is tried on", () => {
    expect(every.length).toBeGreaterThan(questions.length + 5);
  });

  it.each(every)("suggests what can be asked alone, after: %s", { timeout: 60_000 }, async (asked) => {
    const answer = await answerOnce(asked);
    const followUps = followUpsOf(answer, answer.outcomes, knowledge);
    expect(followUps.length).toBeLessThanOrEqual(5);
    for (const each of ["question", "label"] as const)
      expect(new Set(followUps.map((followUp) => followUp[each])).size).toBe(followUps.length);
    const fixes = sortResults(answer.outcomes).fits.flatMap(({ fixes: found }) => found);
    for (const { kind, label, question } of followUps) {
      expect(label.length, label).toBeLessThanOrEqual(longestLabel);
      expect(question).not.toBe(asked);
      const next = await answerOnce(question);
      expect(next.outcomes.length, question).toBeGreaterThan(0);
      expect(
        next.outcomes.filter((outcome) => "error" in outcome),
        question,
      ).toEqual([]);
      expect(refusalsOf(next.calls), question).toEqual([]);
      expect(computedCalls(question, asked), `in a conversation: ${question}`).toEqual(next.calls);
      const verdicts = verdictsOf(next.outcomes);
      if (kind === "fit") expect(verdicts.length, question).toBeGreaterThan(0);
      if (kind !== "fix") continue;
      const promised = fixes.find(({ input }) => toQuestion(input, knowledge) === question);
      expect(next.reading.fit, question).toBe(true);
      expect(overallVerdict(verdicts), question).toBe(promised?.verdict);
    }
  });

  it.each([
    { after: "Can I run Qwen3-32B on an Orin Nano 8GB?", kinds: ["fix", "compare", "measured"] },
    {
      after: "Can an AGX Orin 64GB run Llama 3.3 70B?",
      kinds: ["context", "measured", "compare"],
    },
    {
      after: "How fast is Molmo-7B on Thor?",
      kinds: ["fit", "context", "board", "quantization", "measured"],
    },
    {
      after: "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
      kinds: ["board", "board", "fix", "compare", "measured"],
    },
    { after: "Does YOLO11s fit on an Orin NX 16GB?", kinds: ["speed", "board", "measured", "compare"] },
    { after: "Who measured Qwen3-8B on Thor?", kinds: ["speed", "fit", "compare"] },
    {
      after: "What does a fleet of 200 Orin NX 16GB cost over 5 years?",
      kinds: ["compare", "compare", "price", "fit"],
    },
    {
      after: "How many cameras can an Orin NX 16GB watch with YOLO11s?",
      kinds: ["fit", "board", "quantization", "price"],
    },
    { after: "What is NVFP4?", kinds: ["board", "board"] },
    { after: "What is the weather like tomorrow?", kinds: [] },
    { after: "What is the KV cache?", kinds: [] },
  ])("suggests $kinds after: $after", async ({ after, kinds }) => {
    expect((await followUpsTo(after)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("suggests a price and a runtime after the advice of a board", async () => {
    const kinds = (await followUpsTo("What is the cheapest board for a local 7B model?")).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(["price", "runtime"]));
  });

  it("suggests each board that an ambiguous name stands for", async () => {
    const boards = (await followUpsTo("Does Llama 3.1 8B fit on an AGX Orin?")).filter(
      ({ kind }) => kind === "board",
    );
    expect(boards.map(({ label }) => label)).toEqual(["Only the AGX Orin 32GB", "Only the AGX Orin 64GB"]);
  });
});
