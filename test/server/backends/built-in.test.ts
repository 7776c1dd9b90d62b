import { describe, expect, it } from "vitest";
import { createAdvisor } from "../../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../../server/backends/built-in.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const advisor = createAdvisor(createBuiltInBackend(knowledge), knowledge, () => 0);

/** Questions of every kind; the tools and documents say something about each. */
const questions = [
  "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
  "How fast is gpt-oss-20b on an AGX Orin 64GB?",
  "What is the cheapest board for a local 7B model?",
  "Does Llama 3.1 8B fit on an Orin Nano 8GB with 32k context?",
  "Does Llama 3.1 8B fit on an AGX Orin 64GB with a context of 8192?",
  "Llama 3.1 8B in 4-bit on an Orin Nano 8GB, headless",
  "Can I run two 70B models on AGX Thor?",
  "Does a 175B model fit on Thor?",
  "Does Foo-13B fit on an AGX Orin 32GB?",
  "a 70 billion parameter model on an AGX Orin",
  "Does Qwen3-32B in FP16 fit on Thor?",
  "Does NVFP4 work on an AGX Orin 64GB?",
  "Does Llama 3.1 8B in NVFP4 run on Thor?",
  "Does Qwen2.5-7B in AWQ run in Ollama on an Orin NX 16GB?",
  "How fast is Llama 3.3 70B in W4A16 with vLLM on Thor?",
  "How fast is Qwen3-30B-A3B on Thor in vLLM with 8 concurrent users?",
  "How fast is Llama 3.1 8B on an AGX Orin 64GB in 30W mode?",
  "How fast is Llama 3.1 8B with EAGLE on Thor?",
  "How fast is Llama 3.2 3B on an Orin Nano Super with a 2,000 token prompt?",
  "How fast is a 13B model on an Orin NX 16GB?",
  "Compare Orin NX 16GB and AGX Orin 64GB for Qwen3-14B",
  "Llama 3.1 8B or Qwen3-14B on an Orin NX 16GB?",
  "Llama 3.1 8B and Whisper small on an Orin NX 16GB",
  "Llama 3.1 8B + YOLO11n + Whisper base on an Orin Nano 8GB",
  "YOLO11s on four cameras on an Orin Nano 8GB",
  "Qwen2.5-VL-7B with 3 images on an AGX Orin 32GB",
  "Llama 3.1 8B on a Jetson Nano",
  "Llama 3.1 8B on a Xavier NX",
  "Llama 3.1 8B on a Raspberry Pi 5",
  "Llama 3.1 8B on a Coral TPU",
  "What can I run on an Orin Nano 8GB?",
  "What can I run on Thor?",
  "Which Jetson under $500 for a 7B model?",
  "Best board for a VLM within 1,500 USD?",
  "Which board for detection on a 5 W budget?",
  "Which Jetson for four 1080p cameras?",
  "one 1080p detection stream on a battery",
  "Which board for a humanoid robot with a VLA?",
  "Which board for a surgical robot with hard real-time isolation?",
  "Which board for a battery powered sensor?",
  "fanless board for a smart camera with 2 streams",
  "Which runtime for 2,000 requests a day?",
  "I expect 50 requests per day for a chatbot with an 8B model",
  "Which board for two 70B models and 10,000 requests a day?",
  "Tell me about the Orin NX 16GB",
  "How much does an AGX Orin cost?",
  "What is AWQ?",
  "What is the cold start on Thor?",
  "What is the rule of thumb for the memory of a VLM?",
  "Which quantization should I use on Thor?",
  "Does Qwen3 fit on an Orin NX 16GB?",
];

/** Questions that nothing here speaks of. */
const strangers = [
  "What is the weather in Paris?",
  "How do I bake bread?",
  "asdf qwer zxcv",
  "🤔",
  "1 + 1 = ?",
];

describe("createBuiltInBackend()", () => {
  it("answers under the name of the built-in answerer", async () => {
    expect(advisor.model).toBe("built-in");
    expect(await advisor.ask("Hello")).toMatchObject({ model: "built-in" });
  });

  it.each([...questions, ...strangers])("shows no number that is not backed: %s", async (question) => {
    const { check } = await advisor.ask(question);
    expect(check.unverified).toEqual([]);
  });

  it.each(questions)("cites each passage under its number, and no other: %s", async (question) => {
    const { answer, citations } = await advisor.ask(question);
    const markers = [...answer.matchAll(/\[(\d+)\]/g)].map(([, number]) => number);
    expect([...new Set(markers)].toSorted()).toEqual(citations.map(({ id }) => id).toSorted());
    expect(answer).not.toMatch(/\[[a-z0-9-]+#/);
    for (const { source, title, text, start, end } of citations) {
      expect(knowledge.source(source).title).toBe(title);
      expect(text).toHaveLength(end - start);
    }
  });

  it.each(questions)("answers in numbers of the tools, without a gap: %s", async (question) => {
    const { answer, facts, check } = await advisor.ask(question);
    expect(answer).not.toMatch(/undefined|NaN|\[object|\bnull\b|Infinity/);
    const ids = new Set(facts.map(({ id }) => id));
    for (const { fact } of check.verified) if (fact !== undefined) expect(ids.has(fact), fact).toBe(true);
  });

  it.each(strangers)("gives no verdict and cites nothing: %s", async (question) => {
    const { verdict, toolCalls, citations } = await advisor.ask(question);
    expect(verdict).toBeNull();
    expect(citations).toEqual([]);
    expect(toolCalls.map(({ name }) => name)).toEqual(["search-documents"]);
  });

  it.each([
    { question: "Does Llama 3.1 8B fit on an AGX Orin 64GB?", verdict: "fits", word: /\bfits\b/ },
    { question: "Does Qwen3-32B fit on an Orin Nano 8GB?", verdict: "does-not-fit", word: /not fit/ },
    { question: "Does NVFP4 work on an AGX Orin 64GB?", verdict: "unsupported", word: /unsupported/ },
    { question: "Does Qwen2.5-VL-7B fit on an Orin NX?", verdict: "depends", word: /depends/ },
    { question: "Tell me about the Orin NX 16GB", verdict: null, word: /Orin NX 16GB/ },
  ])("gives the verdict $verdict in field and words: $question", async ({ question, verdict, word }) => {
    const answer = await advisor.ask(question);
    expect(answer.verdict).toBe(verdict);
    expect(answer.answer.split("\n")[0]).toMatch(word);
  });

  it("answers the same question with the same bytes", async () => {
    const ask = () => advisor.ask("Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?");
    expect(JSON.stringify(await ask())).toBe(JSON.stringify(await ask()));
  });
});
