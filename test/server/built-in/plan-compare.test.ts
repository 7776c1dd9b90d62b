import { describe, expect, it } from "vitest";
import { planCompare } from "../../../server/built-in/plan-compare.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) => planCompare(readQuestion(question, knowledge), knowledge);
const first = (question: string) => planned(question)[0];

describe("planCompare()", () => {
  it.each([
    {
      question: "Which board is coolest for Qwen2.5-VL-7B and YOLO11s?",
      input: { rankBy: "coolest", workloads: [{ model: "qwen2.5-vl-7b" }, { model: "yolo11s" }] },
    },
    {
      question: "What is the fastest board for Llama 3.1 8B under $2,000?",
      input: { rankBy: "fastest", budgetUsd: 2000, workloads: [{ model: "llama-3.1-8b" }] },
    },
    {
      question: "What is the cheapest board for Llama 3.1 8B and Whisper small, headless?",
      input: {
        rankBy: "cheapest",
        os: "headless",
        workloads: [{ model: "llama-3.1-8b" }, { model: "whisper-small" }],
      },
    },
  ])("ranks all boards for: $question", ({ question, input }) => {
    expect(first(question)).toEqual({ name: "compare-devices", input });
  });

  it("tries boards with their engines and formats, where a speed is wanted", () => {
    expect(first("Which board is cheapest for Qwen3-8B at 20 tok/s?")).toEqual({
      name: "plan-system",
      input: { rankBy: "cheapest", minimumTokensPerSecond: 20, workloads: [{ model: "qwen3-8b" }] },
    });
  });

  it("compares the boards that are named, and sizes the models on each of them", () => {
    const calls = planned("Compare Orin NX 16GB and AGX Orin 64GB for Qwen3-8B and YOLO11s");
    const workloads = [{ model: "qwen3-8b" }, { model: "yolo11s" }];
    const devices = ["orin-nx-16gb", "agx-orin-64gb"];
    expect(calls[0]).toEqual({ name: "compare-devices", input: { workloads, devices } });
    const fits = calls.filter(({ name }) => name === "memory-fit");
    expect(fits.map(({ input }) => input)).toEqual(devices.map((device) => ({ device, workloads })));
  });

  it.each([
    {
      question: "What is the best quantization for Llama 3.1 8B on an Orin Nano 8GB?",
      input: { workloads: [{ model: "llama-3.1-8b" }], devices: ["orin-nano-8gb"] },
    },
    {
      question: "Best quantization for Qwen3-8B on an Orin NX 16GB, Q4_K_M or Q8_0?",
      input: {
        workloads: [{ model: "qwen3-8b" }],
        devices: ["orin-nx-16gb"],
        quantizations: ["q4-k-m", "q8-0"],
      },
    },
    {
      question: "Plan a system for Qwen3-8B in vLLM within 60 W",
      input: { workloads: [{ model: "qwen3-8b", runtime: "vllm" }], powerBudgetWatts: 60 },
    },
  ])("plans a system for: $question", ({ question, input }) => {
    expect(first(question)).toEqual({ name: "plan-system", input });
  });

  it("compares boards where a system of detectors is wanted, which has no settings", () => {
    expect(first("Plan a system for YOLO11s on four cameras")).toMatchObject({
      name: "compare-devices",
      input: { workloads: [{ model: "yolo11s", streams: 4 }] },
    });
  });

  it.each([
    "What is the cheapest board for a local 7B model?",
    "How fast is Llama 3.1 8B on an Orin NX 16GB?",
    "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?",
    "Which quantization should I use on Thor?",
    "Which board is coolest?",
    "Compare Llama 3.1 8B and Qwen3-8B on an Orin NX 16GB",
    "Compare Orin NX 16GB and AGX Orin 64GB for Qwen3-8B in 15W mode",
  ])("leaves to others: %s", (question) => {
    expect(planned(question)).toEqual([]);
  });

  it("tries contexts up to what the model was made for, in one format and engine", () => {
    expect(first("What is the longest context for Qwen3-8B on Orin NX 16GB?")).toEqual({
      name: "plan-system",
      input: {
        workloads: [{ model: "qwen3-8b" }],
        devices: ["orin-nx-16gb"],
        rankBy: "headroom",
        contexts: [4096, 8192, 16_384, 32_768, 40_960],
        quantizations: ["q4-k-m"],
        runtimes: ["llama-cpp"],
        limit: 50,
      },
    });
  });
});
