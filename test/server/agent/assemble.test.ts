import { beforeAll, describe, expect, it } from "vitest";
import { assemble } from "../../../server/agent/assemble.ts";
import type { Outcome } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const workloads = [{ model: "llama-3.1-8b" }];
let fits: Outcome;
let tooBig: Outcome;
let search: Outcome;
let record: Outcome;

function draft(text: string, outcomes: readonly Outcome[], question = "Does it fit?") {
  return assemble({ question, text, outcomes, model: "script", durationMs: 7 }, knowledge);
}

/** The fact of an outcome, whose display is copied into texts. */
function factOf(outcome: Outcome, id: string) {
  const fact =
    "output" in outcome ? outcome.output.facts.find((candidate) => candidate.id === id) : undefined;
  if (!fact) throw new Error(`no fact ${id}`);
  return fact;
}

beforeAll(async () => {
  fits = await callTool("memory-fit", { device: "orin-nx-16gb", workloads });
  tooBig = await callTool("memory-fit", { device: "orin-nano-8gb", workloads: [{ model: "qwen3-32b" }] });
  search = await callTool("search-documents", { query: "MIG on Thor" });
  record = await callTool("look-up", { name: "Orin NX 16GB" });
});

describe("assemble()", () => {
  it("takes verdicts from the tools, never from the text", () => {
    expect(draft("It fits perfectly.", [tooBig]).verdict).toBe("does-not-fit");
    expect(draft("It fits perfectly.", []).verdict).toBeNull();
    expect(draft("It fits perfectly.", [search, record]).verdict).toBeNull();
  });

  it("says that it depends where boards differ, with the verdict of each", () => {
    const { verdict, verdicts } = draft("", [fits, tooBig]);
    expect(verdict).toBe("depends");
    expect(verdicts).toEqual([
      { device: "orin-nx-16gb", workloads: ["Llama 3.1 8B Instruct"], verdict: "fits" },
      { device: "orin-nano-8gb", workloads: ["Qwen3 32B"], verdict: "does-not-fit" },
    ]);
    expect(draft("", [fits, fits]).verdict).toBe("fits");
  });

  it("names a board that was described on the spot", async () => {
    const device = { name: "My board", memory: "32 GB", bandwidth: "100 GB/s" };
    const { verdicts } = draft("", [await callTool("memory-fit", { device, workloads })]);
    expect(verdicts).toMatchObject([{ device: "My board" }]);
  });

  it("numbers the facts of each call, and what they are computed from with them", () => {
    const { facts } = draft("", [search, fits, tooBig]);
    const ids = facts.map(({ id }) => id);
    expect(ids).toContain("2.headroom");
    expect(ids).toContain("3.headroom");
    expect(new Set(ids).size).toBe(ids.length);
    for (const { basis } of facts)
      for (const input of basis.kind === "computed" ? basis.inputs : []) expect(ids).toContain(input);
  });

  it("keeps the calls that came back, and none that failed", () => {
    const failed = { name: "memory-fit", input: {}, error: "Cannot run memory-fit." };
    const { toolCalls, facts } = draft("", [failed, fits]);
    expect(toolCalls).toEqual([fits]);
    expect(facts.map(({ id }) => id)).toContain("1.headroom");
  });

  it("marks what agrees with a fact, what the user said and what neither did", () => {
    const needed = factOf(fits, "needed").display;
    const { check } = draft(`It needs ${needed} at 12 W, and 99.9 GB more.`, [fits], "within 12 W?");
    expect(check.verified).toEqual([{ text: needed, fact: "1.needed" }]);
    expect(check.given).toEqual([{ text: "12 W" }]);
    expect(check.unverified).toEqual([{ text: "99.9 GB" }]);
  });

  it("verifies nothing of a call that failed", () => {
    const failed = { name: "memory-fit", input: { device: "99.9 GB" }, error: "There are 99.9 GB." };
    expect(draft("It needs 99.9 GB.", [failed]).check.unverified).toEqual([{ text: "99.9 GB" }]);
  });

  it("cites passages of this turn under numbers, with title and place", async () => {
    const { answer, citations, check } = draft("See [edge-llm-decision-framework#nothing] it.", [search]);
    expect([answer, citations, check.unverified]).toEqual(["See it.", [], []]);
    const [passage] = await knowledge.search("MIG on Thor", { limit: 1 });
    const cited = draft(`See [${passage?.id}].`, [search]);
    expect(cited.answer).toBe("See [1].");
    expect(cited.citations).toMatchObject([
      { id: "1", passage: passage?.id, source: passage?.document, title: expect.any(String) },
    ]);
    expect(draft(`See [${passage?.id}].`, [fits]).citations).toEqual([]);
  });

  it("hands on question, model and duration as they are", () => {
    expect(draft("Hi 5", [], "Hello 5?")).toMatchObject({
      question: "Hello 5?",
      answer: "Hi 5",
      model: "script",
      durationMs: 7,
      check: { verified: [], given: [{ text: "5" }], unverified: [] },
    });
  });

  it("does not verify a number of one board in a sentence about another", () => {
    const needed = factOf(tooBig, "available").display;
    const text = `The Jetson Orin NX 16GB reports ${needed}.`;
    expect(draft(text, [fits, tooBig]).check.unverified).toEqual([{ text: needed }]);
  });
});
