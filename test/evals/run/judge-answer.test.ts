import { describe, expect, it } from "vitest";
import { createJudge } from "../../../evals/run/judge-answer.ts";
import { usualLimits } from "../../../evals/scorers/scorers.ts";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { namesOf } from "../../../server/check/names.ts";
import { evalCase } from "../../fixtures/eval-case.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const question = "Does Qwen3-8B fit on an Orin NX 16GB?";
const plain = evalCase("fit/one", { turns: [question] });
const call = { name: "memory-fit", input: { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b" }] } };
const asked = { ...plain, expects: { ...plain.expects, calls: [call] } };
const answer = await createAdvisor(createBuiltInBackend(), knowledge, () => 0).ask(question);
const judge = createJudge({ names: namesOf(knowledge), limits: usualLimits });

const failed = (scores: readonly { scorer: string; passed: boolean }[]) =>
  scores.filter(({ passed }) => !passed).map(({ scorer }) => scorer);

describe("createJudge()", () => {
  it("passes a right answer, with what it took and what happened", async () => {
    const { scores, metrics, trace } = await judge(asked, answer, knowledge);
    expect(scores.map(({ scorer }) => scorer)).toContain("verdict");
    expect(failed(scores)).toEqual([]);
    expect(metrics).toMatchObject({ toolCalls: answer.toolCalls.length, requests: 0 });
    expect(trace).toMatchObject({ turns: [question], answer: answer.answer });
  });

  it("fails an answer that turns the verdict around", async () => {
    const liar = { ...answer, answer: "No, Qwen3-8B does not fit on the Jetson Orin NX 16GB." };
    expect(failed((await judge(asked, liar, knowledge)).scores)).toContain("verdict");
  });

  it("does not score a case whose gold cannot be computed", async () => {
    const broken = { ...asked, expects: { ...asked.expects, states: ["no-such-fact"] } };
    await expect(judge(broken, answer, knowledge)).rejects.toThrow(/fit\/one.*no-such-fact/);
  });
});
