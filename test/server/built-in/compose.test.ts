import { beforeAll, describe, expect, it } from "vitest";
import { compose as composePlan } from "../../../server/built-in/compose.ts";
import { examples } from "../../../server/built-in/compose-documents.ts";
import { plan } from "../../../server/built-in/plan.ts";
import type { Outcome } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const compose = (question: string, outcomes: readonly Outcome[], records: typeof knowledge) =>
  composePlan(plan(question, [], records), outcomes, records);
const headings = (text: string) => [...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
const cited = (text: string) => [...text.matchAll(/\[([a-z0-9][\w.-]*#[\w.-]+)\]/g)].map(([, id]) => id);
const llama = { model: "llama-3.1-8b" };
const onNano = { device: "orin-nano-8gb", workloads: [{ model: "qwen3-32b" }] };
const fitQuestion = "Does Llama 3.1 8B fit on an Orin NX 16GB?";
let search: Outcome;
let fit: Outcome;
let speed: Outcome;
let advice: Outcome;

beforeAll(async () => {
  search = await callTool("search-documents", { query: "Llama 3.1 8B Orin NX 16GB" });
  fit = await callTool("memory-fit", { device: "orin-nx-16gb", workloads: [llama] });
  speed = await callTool("estimate-throughput", { device: "orin-nx-16gb", ...llama });
  advice = await callTool("decision-tree", { largestModelBillions: 8, modelKind: "llm" });
});

describe("compose()", () => {
  it("opens with the verdict and shows ledger, speed, assumptions and sources", () => {
    const text = compose(fitQuestion, [fit, speed, search], knowledge);
    expect(text.split("\n")[0]).toMatch(/\bfits\b/);
    expect(headings(text)).toEqual(expect.arrayContaining(["Speed", "Memory", "Assumed"]));
    const titles = "output" in fit ? fit.output.sources.map(({ title }) => title) : [];
    expect(titles.some((title) => text.includes(`- ${title}`))).toBe(true);
    expect(text).toMatch(/desktop/);
    expect(text).toMatch(/4,096 tokens of context/);
  });

  it("opens with the speed where the speed was asked", () => {
    const first = (question: string) => compose(question, [fit, speed, search], knowledge).split("\n")[0];
    expect(first("How fast is it?")?.search(/tok\/s/)).toBeLessThan(
      first("How fast is it?")?.search("fits") ?? 0,
    );
    expect(first("Does it fit?")?.search(/tok\/s/)).toBeGreaterThan(
      first("Does it fit?")?.search("fits") ?? 0,
    );
  });

  it("says what would make it fit, and no speed of what does not fit", async () => {
    const outcomes = [
      await callTool("memory-fit", onNano),
      await callTool("estimate-throughput", { device: "orin-nano-8gb", model: "qwen3-32b" }),
      await callTool("estimate-throughput", { device: "orin-nano-8gb-super", model: "qwen3-32b" }),
    ];
    const text = compose("How fast is Qwen3-32B on an Orin Nano 8GB?", outcomes, knowledge);
    expect(text.split("\n")[0]).toMatch(/does not fit/);
    expect(headings(text)).not.toContain("Speed");
    expect(text).not.toMatch(/tok\/s/);
    expect(text).toMatch(/→ (?:fits|tight)/);
  });

  it("says how the boards differ, and the speed of those that hold the model", async () => {
    const outcomes = [
      fit,
      speed,
      await callTool("memory-fit", { device: "orin-nano-4gb", workloads: [llama] }),
      await callTool("estimate-throughput", { device: "orin-nano-4gb", ...llama }),
    ];
    const text = compose(fitQuestion, outcomes, knowledge);
    expect(text.split("\n")[0]).toMatch(/depends.*Orin NX 16GB fits.*Orin Nano 4GB does not fit/);
    const section = text.split("### Speed")[1]?.split("###")[0];
    expect(section).toContain("Orin NX 16GB");
    expect(section).not.toContain("Orin Nano 4GB");
  });

  it("tells two formats of a model apart, and gives the speed of the one that fits", async () => {
    const question = "Llama 3.1 8B in Q4_K_M or Q8_0 on an Orin Nano 8GB, headless?";
    const { calls } = plan(question, [], knowledge);
    const text = compose(
      question,
      await Promise.all(calls.map(({ name, input }) => callTool(name, input))),
      knowledge,
    );
    expect(text).toMatch(/It fits: Llama 3\.1 8B Instruct \(llama\.cpp, Q4_K_M\) needs/);
    expect(text).toMatch(/It does not fit: Llama 3\.1 8B Instruct \(llama\.cpp, Q8_0\) needs/);
    const section = text.split("### Speed")[1]?.split("###")[0];
    expect(section).toContain("(llama.cpp, Q4_K_M)");
    expect(section).not.toContain("(llama.cpp, Q8_0)");
  });

  it("lists models of different size one by one, without one table for all", async () => {
    const outcomes = [fit, await callTool("memory-fit", { ...onNano, device: "orin-nx-16gb" })];
    const text = compose("What can I run on an Orin NX 16GB?", outcomes, knowledge);
    expect(text).toMatch(/It fits: Llama 3\.1 8B/);
    expect(text).toMatch(/It does not fit: Qwen3 32B/);
    expect(headings(text)).not.toContain("Memory");
    expect(text).not.toMatch(/depends on the board/);
  });

  it("leads with the advice where a board was asked for, otherwise gives it as an opinion", () => {
    const led = compose("Which board for Llama 3.1 8B?", [advice, fit, search], knowledge);
    const judged = compose(fitQuestion, [fit, advice, search], knowledge);
    const [name = ""] = /(?<=^\*\*)[^.*]+/.exec(led) ?? [];
    expect(knowledge.devices.find(name)).toBeDefined();
    expect(judged.split("\n")[0]).toMatch(/\bfits\b/);
    expect(judged).toMatch(new RegExp(`decision rules lead to ${name}`));
  });

  it("says a record's facts where a name was looked up", async () => {
    const record = await callTool("look-up", { name: "Orin NX 16GB" });
    const text = compose("Tell me about the Orin NX 16GB", [record, search], knowledge);
    expect(text).toContain("102.4 GB/s");
    expect(text).toContain("orin-nx-16gb");
  });

  it.each([
    { question: "Is SDXL possible on an Orin NX 16GB?", said: true },
    { question: "How fast is FooNet on an Orin NX 16GB?", said: true },
    { question: "Tell me about the Orin NX 16GB", said: false },
  ])("says that it knew no model: $said in $question", async ({ question, said }) => {
    const record = await callTool("look-up", { name: "Orin NX 16GB" });
    const text = compose(question, [record, search], knowledge);
    expect(text.includes("Nothing was sized")).toBe(said);
  });

  it("does not take an engine for a model it does not know", async () => {
    const records = [
      await callTool("look-up", { name: "Orin NX 16GB" }),
      await callTool("look-up", { name: "vllm" }),
    ];
    const text = compose("Does vLLM run on an Orin NX 16GB?", [...records, search], knowledge);
    expect(text).not.toContain("Nothing was sized");
  });

  it("says why a call failed, beside what the others gave", () => {
    const error = 'Cannot find the power mode "30W": the board has MAXN and 15W.';
    const failed = { name: "memory-fit", input: {}, error };
    expect(compose(fitQuestion, [fit, failed, search], knowledge)).toContain(error);
    expect(compose(fitQuestion, [failed], knowledge)).toContain(error);
  });

  it("quotes documents only by the ids of passages that were found", () => {
    const text = compose(fitQuestion, [fit, speed, search], knowledge);
    const passages = "output" in search && "passages" in search.output ? search.output.passages : [];
    const found = Array.isArray(passages) ? passages.map(({ id }) => id) : [];
    expect(cited(text).length).toBeGreaterThan(0);
    for (const id of cited(text)) expect(found).toContain(id);
    expect(cited(compose(fitQuestion, [fit, speed], knowledge))).toEqual([]);
  });

  it("answers from the documents where no tool was called", async () => {
    const question = "What is the cold start on Thor?";
    const found = await callTool("search-documents", { query: question });
    const text = compose(question, [found], knowledge);
    expect(text).toMatch(/thor-performance-analysis#cold-start/);
    expect(text).toMatch(/documents/);
  });

  it.each(["What is the weather in Paris?", "How do I bake bread?", "asdf qwer", ""])(
    "says what it is for, in no number, where nothing speaks of: %s",
    async (question) => {
      const found = await callTool("search-documents", { query: question });
      const text = compose(question, [found], knowledge);
      expect(text).toMatch(/sizes NVIDIA Jetson boards/);
      expect(text).toContain(examples[0]);
      expect(cited(text)).toEqual([]);
      expect(headings(text)).toEqual([]);
    },
  );

  it("writes the same text for the same results", () => {
    const outcomes = [advice, fit, speed, search];
    expect(compose(fitQuestion, outcomes, knowledge)).toBe(compose(fitQuestion, outcomes, knowledge));
  });
});

describe("examples", () => {
  it.each(examples)("are questions that tools can answer: %s", (question) => {
    expect(plan(question, [], knowledge).calls.length).toBeGreaterThan(1);
  });
});
