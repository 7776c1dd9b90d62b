import { describe, expect, it } from "vitest";
import { argumentsScorer } from "../../../evals/scorers/arguments.ts";
import { faultOf, fitCase, judge, searchCase, subjectFor } from "../../fixtures/eval-subject.ts";

const fit = await subjectFor(fitCase.ask, fitCase.expects);
const [call] = fit.answer.toolCalls.filter(({ name }) => name === "memory-fit");
const withInput = (input: unknown) => ({ toolCalls: call ? [{ ...call, input }] : [] });

describe("argumentsScorer", () => {
  it("says nothing where no call is wanted", async () => {
    expect(await judge(argumentsScorer, await subjectFor("Thanks!"))).toBeUndefined();
  });

  it.each([
    [
      "the same by other names",
      { device: "Orin NX 16", workloads: [{ model: "Llama-3.1-8B-Instruct" }] },
      true,
    ],
    [
      "with settings of its own",
      { device: "orin-nx-16gb", os: "headless", workloads: [{ model: "llama-3.1-8b" }] },
      true,
    ],
    ["another board", { device: "orin-nx-8gb", workloads: [{ model: "llama-3.1-8b" }] }, false],
    ["another model", { device: "orin-nx-16gb", workloads: [{ model: "qwen3-8b" }] }, false],
    [
      "a model more",
      { device: "orin-nx-16gb", workloads: [{ model: "llama-3.1-8b" }, { model: "yolo11s" }] },
      false,
    ],
    ["what no tool takes", { device: "nonsense" }, false],
  ])("compares a call with %s", async (_, input, isRight) => {
    expect((await faultOf(argumentsScorer, fit, withInput(input))) === "").toBe(isRight);
  });

  it("lets a search have words of its own, as long as it finds the same", async () => {
    const search = await subjectFor(searchCase.ask, searchCase.expects);
    expect(await faultOf(argumentsScorer, search)).toBe("");
    const [made] = search.answer.toolCalls;
    const toolCalls = made ? [{ ...made, input: { query: "price of a developer kit", limit: 1 } }] : [];
    expect(await faultOf(argumentsScorer, search, { toolCalls })).toContain("search-documents");
  });
});
