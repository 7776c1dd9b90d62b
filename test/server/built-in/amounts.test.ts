import { describe, expect, it } from "vitest";
import { readAmounts } from "../../../server/built-in/amounts.ts";

describe("readAmounts() reads the context", () => {
  it.each([
    { question: "Qwen3-8B with 32k context", contextTokens: 32_768 },
    { question: "Qwen3-8B with 32K of context", contextTokens: 32_768 },
    { question: "a context of 8192", contextTokens: 8192 },
    { question: "with a context of 8,192 tokens", contextTokens: 8192 },
    { question: "with context 16k", contextTokens: 16_384 },
    { question: "with 1M tokens", contextTokens: 1_000_000 },
    { question: "a 2 million token context", contextTokens: 2_000_000 },
    { question: "with 1e9 tokens of context", contextTokens: 1e9 },
    { question: "ctx=16384", contextTokens: 16_384 },
    { question: "the KV cache at 2,048 tokens", contextTokens: 2048 },
    { question: "a board with 20 tokens a second", contextTokens: undefined },
    { question: "with 1000 tokens of output", contextTokens: undefined },
    { question: "a 128k context window", contextTokens: 131_072 },
    { question: "context length: 40960", contextTokens: 40_960 },
    { question: "a context window of 4096", contextTokens: 4096 },
    { question: "16,384 tokens of context", contextTokens: 16_384 },
    { question: "64k tokens", contextTokens: 65_536 },
    { question: "1.5k context", contextTokens: 1536 },
    { question: "What context fits?", contextTokens: undefined },
    { question: "What is the Qwen2.5 context?", contextTokens: undefined },
    { question: "Qwen3 context of 8192", contextTokens: 8192 },
    { question: "Phi 3.5 context", contextTokens: undefined },
    { question: "an 8B model", contextTokens: undefined },
    { question: "does it fit at 8k?", contextTokens: 8192 },
    { question: "Q4_K_M 16k on Orin NX", contextTokens: 16_384 },
    { question: "for 8 users at 4k each", contextTokens: 4096 },
    { question: "a KV cache of 32k", contextTokens: 32_768 },
    { question: "with a 4k prompt", contextTokens: undefined },
    { question: "a 4K camera at 8K resolution", contextTokens: undefined },
    { question: "for under 2k", contextTokens: undefined },
    { question: "$2k to spend", contextTokens: undefined },
    { question: "50k requests a day", contextTokens: undefined },
  ])("of $contextTokens tokens from: $question", ({ question, contextTokens }) => {
    expect(readAmounts(question).contextTokens).toBe(contextTokens);
  });
});

describe("readAmounts() reads the streams", () => {
  it.each([
    { question: "four cameras", streams: 4 },
    { question: "8 camera streams", streams: 8 },
    { question: "one 1080p detection stream", streams: 1 },
    { question: "a single 1080p stream", streams: 1 },
    { question: "a single-camera system", streams: 1 },
    { question: "YOLO on 12 cams", streams: 12 },
    { question: "a dozen cameras", streams: 12 },
    { question: "two 1920×1080 video streams", streams: 2 },
    { question: "under $500 for four cameras", streams: 4 },
    { question: "a 25 W board for 2 cameras", streams: 2 },
    { question: "How many cameras can it take?", streams: undefined },
    { question: "stream the answer", streams: undefined },
    { question: "1.5 streams", streams: undefined },
  ])("as $streams from: $question", ({ question, streams }) => {
    expect(readAmounts(question).streams).toBe(streams);
  });
});

describe("readAmounts() reads power and money", () => {
  it.each([
    { question: "on a 5 W budget", watts: 5 },
    { question: "in 30W mode", watts: 30 },
    { question: "at 7.5 watts", watts: 7.5 },
    { question: "within 15 Watts", watts: 15 },
    { question: "Watt is a unit", watts: undefined },
    { question: "W4A16 weights", watts: undefined },
    { question: "40 windows", watts: undefined },
  ])("as $watts W from: $question", ({ question, watts }) => {
    expect(readAmounts(question).watts).toBe(watts);
  });

  it.each([
    { question: "under $500", dollars: 500 },
    { question: "for 1,500 USD", dollars: 1500 },
    { question: "$1.5k at most", dollars: 1500 },
    { question: "$ 2,500.50", dollars: 2500.5 },
    { question: "800 dollars", dollars: 800 },
    { question: "300 bucks", dollars: 300 },
    { question: "500 euros", dollars: undefined },
    { question: "a budget of -500 USD", dollars: -500 },
    { question: "a range of 300-500 USD", dollars: 500 },
  ])("as $dollars dollars from: $question", ({ question, dollars }) => {
    expect(readAmounts(question).dollars).toBe(dollars);
  });
});

describe("readAmounts() reads load and the rest", () => {
  it.each([
    { question: "2,000 requests a day", requestsPerDay: 2000 },
    { question: "2k requests per day", requestsPerDay: 2000 },
    { question: "100 queries/day", requestsPerDay: 100 },
    { question: "1.5k questions each day", requestsPerDay: 1500 },
    { question: "100 requests an hour", requestsPerDay: undefined },
    { question: "a request every day", requestsPerDay: undefined },
  ])("as $requestsPerDay requests a day from: $question", ({ question, requestsPerDay }) => {
    expect(readAmounts(question).requestsPerDay).toBe(requestsPerDay);
  });

  it.each([
    { question: "4 concurrent users", amounts: { concurrency: 4 } },
    { question: "8 concurrent streams of Llama", amounts: { concurrency: 8, streams: 8 } },
    { question: "6 parallel requests", amounts: { concurrency: 6 } },
    { question: "three chats at the same time", amounts: { concurrency: 3 } },
    { question: "two sessions", amounts: { concurrency: 2 } },
    { question: "concurrency 8", amounts: { concurrency: 8 } },
    { question: "at batch size 16", amounts: { concurrency: 16 } },
    { question: "with 3 images", amounts: { images: 3 } },
    { question: "two photos at once", amounts: { images: 2 } },
    { question: "a 2k-token prompt", amounts: { promptTokens: 2048 } },
    { question: "2k tokens prompt", amounts: { promptTokens: 2048 } },
    { question: "a 600 token prompt", amounts: { promptTokens: 600 } },
    { question: "Orin NX with 16 GB", amounts: { memoryGigabytes: 16 } },
    { question: "AGX Orin 64GiB", amounts: { memoryGigabytes: 64 } },
  ])("as $amounts from: $question", ({ question, amounts }) => {
    expect(readAmounts(question)).toMatchObject(amounts);
  });

  it.each(["", "Does it fit?", "What is the weather in Paris?", "zero cameras, 0 W", "0 users"])(
    "as nothing from: %s",
    (question) => {
      expect(readAmounts(question)).toEqual({});
    },
  );

  it("keeps the quantities of one question apart", () => {
    const question =
      "Which board under $900 and 25 W takes 2 cameras, 4 users, 3 images, 8k context and 700 requests a day?";
    expect(readAmounts(question)).toEqual({
      dollars: 900,
      watts: 25,
      streams: 2,
      concurrency: 4,
      images: 3,
      contextTokens: 8192,
      requestsPerDay: 700,
    });
  });
});

describe("readAmounts() reads money, rates and inputs", () => {
  it.each([
    { question: "budget $500, want a chatbot", read: { dollars: 500 } },
    { question: "I have $2,000, 4 cameras", read: { dollars: 2000, streams: 4 } },
    { question: "budget 1000 usd 8 cams", read: { dollars: 1000, streams: 8 } },
    { question: "a budget of 800 for it", read: { dollars: 800 } },
    { question: "a power budget of 40 W", read: { watts: 40 } },
    { question: "16x 4K cameras", read: { streams: 16 } },
    { question: "20 streams, 10 fps each", read: { streams: 20, framesPerSecond: 10 } },
    { question: "8 cameras at 1080p30", read: { streams: 8, framesPerSecond: 30 } },
    { question: "YOLOv8s with 1280 input", read: { inputPixels: 1280 } },
  ])("$question", ({ question, read }) => expect(readAmounts(question)).toEqual(read));
});
