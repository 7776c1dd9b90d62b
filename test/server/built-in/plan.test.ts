import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plan, type Turn } from "../../../server/built-in/plan.ts";
import { getTool } from "../../../tools/registry.ts";
import { boardId, knowledge } from "../../fixtures/server-knowledge.ts";

const calls = (question: string, history: Turn[] = []) => plan(question, history, knowledge).calls;
const namesOf = (question: string) => [...new Set(calls(question).map(({ name }) => name))];
const devicesOf = (question: string, history: Turn[] = []) =>
  calls(question, history)
    .filter(({ name }) => name === "memory-fit")
    .map(({ input }) => boardId(input.device));
const said = (...texts: string[]): Turn[] =>
  texts.flatMap((text): Turn[] => [
    { role: "user", text },
    { role: "assistant", text: "On an AGX Orin 32GB, Mistral 7B fits." },
  ]);

describe("plan()", () => {
  it.each([
    { question: "Does Llama 3.1 8B fit on an Orin NX 16GB?", tools: ["memory-fit", "estimate-throughput"] },
    { question: "How fast is gpt-oss-20b on Thor?", tools: ["memory-fit", "estimate-throughput"] },
    { question: "Does YOLO11s fit on an Orin Nano 8GB?", tools: ["memory-fit"] },
    { question: "Does NVFP4 work on AGX Orin 64GB?", tools: ["memory-fit"] },
    { question: "What can I run on an Orin Nano 8GB?", tools: ["memory-fit"] },
    { question: "Which board for a humanoid robot?", tools: ["decision-tree"] },
    { question: "Which board under $500?", tools: ["decision-tree"] },
    { question: "Which runtime for 2,000 requests a day?", tools: ["decision-tree"] },
    { question: "What is the cheapest board for a 7B model?", tools: ["decision-tree", "memory-fit"] },
    { question: "Does a 175B model fit on a Jetson?", tools: ["decision-tree", "memory-fit"] },
    { question: "one detection stream on a 5 W budget", tools: ["decision-tree"] },
    { question: "What does a fleet of 200 Orin NX cost over 5 years?", tools: ["fleet-cost"] },
    {
      question: "How many watts does Llama 3.1 8B take on an AGX Orin 64GB?",
      tools: ["estimate-throughput"],
    },
    { question: "Does the Orin Nano Super throttle without a fan?", tools: ["look-up"] },
    { question: "Tell me about the Orin NX 16GB", tools: ["look-up"] },
    { question: "What is AWQ?", tools: ["look-up"] },
  ])("calls $tools for: $question", ({ question, tools }) => {
    expect(namesOf(question)).toEqual(expect.arrayContaining(tools));
  });

  it.each([
    "How do I bake bread?",
    "asdf qwer",
    "🤔",
    "",
    "What is the KV cache?",
    "What's the difference between an object detector and a VLM?",
    "Why does a 7B VLM need more memory than a 7B LLM?",
  ])("calls nothing but the search for: %s", (question) => {
    expect(namesOf(question)).toEqual(["search-documents"]);
  });

  it("checks a premise beside the figure that is doubted", () => {
    const question = "With its 273 GB/s an AGX Orin 64GB should do 120 tok/s with Gemma 2 2B, right?";
    const checks = calls(question).filter(({ name }) => name === "check-claim");
    expect(checks.map(({ input }) => input.metric)).toEqual(["decode", "bandwidth"]);
  });

  it("searches beside a why that no answer came before", () => {
    const question = "Why is Molmo-7B on Thor at 11.1 tok/s?";
    expect(namesOf(question)).toContain("search-documents");
    expect(plan(question, [], knowledge).followsUp).toBe(false);
  });

  it("estimates a model with each engine that is weighed", () => {
    const speeds = calls("Is vLLM or llama.cpp faster for Qwen3 8B on AGX Orin 64GB?").filter(
      ({ name }) => name === "estimate-throughput",
    );
    expect(speeds.map(({ input }) => input.runtime)).toEqual(["vllm", "llama-cpp"]);
  });

  it("estimates a model in each format that is weighed", () => {
    const speeds = calls("Is Q4_K_M or Q8_0 better for Llama 3.1 8B on AGX Orin 64GB?").filter(
      ({ name }) => name === "estimate-throughput",
    );
    expect(speeds.map(({ input }) => input.quantization)).toEqual(["q4-k-m", "q8-0"]);
  });

  it("looks up the engines, and no boards, where an engine is wanted", () => {
    const looked = calls("Should I use vLLM or Ollama for one user on an Orin Nano?");
    expect(looked.map(({ name, input }) => input.name ?? name)).toEqual([
      "vllm",
      "ollama",
      "search-documents",
    ]);
  });

  it("searches the documents last, and once, for every question", () => {
    const question = "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?";
    const planned = calls(question).map(({ name }) => name);
    expect(planned.filter((name) => name === "search-documents")).toHaveLength(1);
    expect(planned.at(-1)).toBe("search-documents");
  });

  it("searches for the names of board and model, not for the whole sentence", () => {
    const query = calls("Tell me please, does Llama 3.1 8B fit on an Orin NX 16GB?").at(-1)?.input.query;
    expect(query).toContain("Llama 3.1 8B");
    expect(query).toContain("Orin NX 16GB");
    expect(query).not.toContain("please");
  });

  it.each([
    { question: "Llama 3.1 8B on an Orin NX", devices: ["orin-nx-16gb", "orin-nx-8gb"] },
    { question: "Llama 3.1 8B on an AGX Orin", devices: ["agx-orin-32gb", "agx-orin-64gb"] },
    { question: "Llama 3.1 8B on an Orin Nano", devices: ["orin-nano-4gb", "orin-nano-8gb"] },
    { question: "Llama 3.1 8B on Thor", devices: ["agx-thor-devkit"] },
    { question: "Llama 3.1 8B on Orin NX 16GB vs AGX Orin 64GB", devices: ["agx-orin-64gb", "orin-nx-16gb"] },
  ])("tries each board that may be meant: $question", ({ question, devices }) => {
    expect(devicesOf(question).toSorted()).toEqual(devices);
  });

  it("advises no other board where a question about formats names one", () => {
    expect(namesOf("Which quantization should I use on Thor?")).not.toContain("decision-tree");
  });

  it("asks for the runtime of a load, also where board and model are named", () => {
    const planned = calls("10,000 queries a day with Llama 3.1 8B on an AGX Orin 64GB");
    expect(planned.find(({ name }) => name === "decision-tree")?.input.requestsPerDay).toBe(10_000);
    expect(planned.map(({ name }) => name)).toContain("memory-fit");
  });

  it("tries each size of an ambiguous board where it is asked what runs", () => {
    expect(new Set(devicesOf("What can I run on an Orin NX?"))).toEqual(
      new Set(["orin-nx-16gb", "orin-nx-8gb"]),
    );
  });

  it.each([
    { before: "Does Llama 3.1 8B fit on an Orin NX 16GB?", now: "And on an Orin Nano 8GB?" },
    { before: "Does Qwen3-14B fit on an Orin Nano 8GB?", now: "And Llama 3.1 8B?" },
  ])("takes what a follow-up leaves out from what the user said: $now", ({ before, now }) => {
    const history = said("Does Qwen3-0.6B fit on Thor?", before);
    const [call] = calls(now, history);
    expect(call?.name).toBe("memory-fit");
    expect(devicesOf(now, history)).toEqual(["orin-nano-8gb"]);
    expect(call?.input.workloads).toMatchObject([{ model: "llama-3.1-8b" }]);
  });

  it("leaves the past alone where the question stands on its own", () => {
    const history = said("Does Llama 3.1 8B fit on an Orin NX 16GB?");
    for (const now of ["Does Qwen3-4B fit on an Orin Nano 8GB?", "Which board for a VLM?", "Hello"])
      expect(calls(now, history)).toEqual(calls(now));
  });

  it("plans only calls that the tools accept, whatever is asked", () => {
    const words = fc.constantFrom(
      ...["Llama 3.1 8B", "Qwen2.5-VL-7B", "YOLO11s", "Whisper small", "Foo-13B", "two 70B models"],
      ...["Orin NX 16GB", "Orin Nano", "Thor", "AGX Orin 64GB", "in 4-bit", "W4A16", "vLLM", "32k context"],
      ...["4 cameras", "3 users", "2 images", "$500", "at 15 W", "2,000.5 requests a day", "which board"],
      ...["how fast", "battery", "fanless", "0.5 cameras", "1.5 streams", "what can I run", "EAGLE", "VLA"],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 7 }), (parts) => {
        for (const { name, input } of calls(parts.join(" "))) {
          const parsed = getTool(name).input.safeParse(input);
          expect(parsed.success, `${name} ${JSON.stringify(input)}`).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
