import { describe, expect, it } from "vitest";
import { nextTopic, readHistory, whyTopic } from "../../../server/built-in/conversation.ts";
import { computedCalls, said } from "../../fixtures/planned-calls.ts";
import { boardId, knowledge } from "../../fixtures/server-knowledge.ts";

const vlm = "Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?";
const fit = "Does Llama 3.1 8B fit on an Orin NX 16GB?";
const fleet = "What does a fleet of 200 Orin NX 16GB cost over 5 years?";

/** The first ledger that a turn is answered with. */
function ledger(...turns: string[]) {
  const calls = computedCalls(turns.at(-1) ?? "", ...turns.slice(0, -1));
  return calls.find(({ name }) => name === "memory-fit")?.input;
}

function boards(...turns: string[]) {
  const calls = computedCalls(turns.at(-1) ?? "", ...turns.slice(0, -1));
  return calls.filter(({ name }) => name === "memory-fit").map(({ input }) => boardId(input.device));
}

describe("nextTopic()", () => {
  it.each([
    [[vlm, "and on the 8 GB one?"], ["orin-nx-8gb"]],
    [[fit, "and on Thor?"], ["agx-thor-devkit"]],
    [
      [fit, "no, I meant the AGX Orin"],
      ["agx-orin-32gb", "agx-orin-64gb"],
    ],
    [
      [fit, "not the NX, the Nano"],
      ["orin-nano-4gb", "orin-nano-8gb"],
    ],
    [[fit, "and the 128 GB one?"], ["thor-t5000"]],
    [[fit, "and on Thor?", "thanks", "how fast is it there?"], ["agx-thor-devkit"]],
    [[fit, "what is AWQ?", "and on Thor?"], ["agx-thor-devkit"]],
    [[fit, "tell me about Thor", "and how fast is it there?"], ["agx-thor-devkit"]],
    [["Which board for a 7B model?", "and on the Orin Nano 8GB?"], ["orin-nano-8gb"]],
  ])("keeps the model and moves to the board: %j", (turns, expected) => {
    expect(boards(...turns)).toEqual(expected);
  });

  it.each([
    [[fit, "with 16k context?"], { workloads: [{ model: "llama-3.1-8b", contextTokens: 16_384 }] }],
    [[fit, "with 16k context?", "make that 32k"], { workloads: [{ contextTokens: 32_768 }] }],
    [[fit, "with 16k context?", "and on Thor?"], { workloads: [{ contextTokens: 16_384 }] }],
    [[fit, "the same with Q8_0"], { workloads: [{ quantization: "q8-0" }] }],
    [[fit, "the same with Q8_0", "instead of Q8_0 use Q4_K_M"], { workloads: [{ quantization: "q4-k-m" }] }],
    [[fit, "and with vLLM?"], { workloads: [{ runtime: "vllm" }] }],
    [[fit, "headless?"], { os: "headless" }],
    [[fit, "headless?", "and with 4 users?"], { os: "headless", workloads: [{ concurrency: 4 }] }],
    [[fit, "in 15 W?"], { powerMode: "15W" }],
    [[fit, "with KV cache in q8_0?"], { workloads: [{ kvCacheType: "q8_0" }] }],
  ])("changes the setting that a turn names, and keeps the rest: %j", (turns, expected) => {
    expect(ledger(...turns)).toMatchObject({ device: expect.any(String), ...expected });
  });

  it.each([
    [[vlm, "without the detector?"], ["qwen2.5-vl-7b"]],
    [
      [vlm, "what about two of them?"],
      ["qwen2.5-vl-7b", "qwen2.5-vl-7b", "YOLO"],
    ],
    [
      [vlm, "and Qwen3-8B?"],
      ["YOLO", "qwen3-8b"],
    ],
    [
      [fit, "and with YOLO next to it?"],
      ["llama-3.1-8b", "YOLO"],
    ],
    [[fit, "and the 70B?"], ["llama-3.1-70b"]],
    [[fit, "and Qwen3-4B?"], ["qwen3-4b"]],
    [
      [fit, "with two cameras"],
      ["llama-3.1-8b", "YOLO"],
    ],
  ])("adds, replaces and takes back models: %j", (turns, models) => {
    expect(ledger(...turns)?.workloads).toMatchObject(models.map((model) => ({ model })));
  });

  it.each([
    [[fit, "who measured it?"], "find-measurements", { model: "llama-3.1-8b", device: "orin-nx-16gb" }],
    [[fit, "is 30 tok/s possible?"], "check-claim", { device: "orin-nx-16gb", value: "30 tok/s" }],
    [[fit, "is 30 tok/s possible?", "and on Thor?"], "check-claim", { device: "Thor", value: "30 tok/s" }],
    [[fit, "cheaper?"], "compare-devices", { rankBy: "cheapest" }],
    [[fit, "which board then?"], "decision-tree", { largestModelBillions: 8.03 }],
    [[fit, "what is the longest context for it?"], "plan-system", { devices: ["orin-nx-16gb"] }],
    [[fleet, "and 500 of them?"], "fleet-cost", { devices: 500, years: 5 }],
    [[fleet, "and over 3 years?"], "fleet-cost", { devices: 200, years: 3 }],
    [[fleet, "and of the Orin Nano 8GB?"], "fleet-cost", { device: "orin-nano-8gb", devices: 200 }],
  ])("asks what a turn asks, or what was asked before: %j", (turns, name, input) => {
    const [call] = computedCalls(turns.at(-1) ?? "", ...turns.slice(0, -1));
    expect(call).toMatchObject({ name, input });
  });

  it.each(["Does Qwen3-4B fit on an Orin Nano 8GB?", "Which board for a VLM?", "What is AWQ?", "Hello"])(
    "starts anew with: %s",
    (question) => expect(computedCalls(question, fit, "with 16k context?")).toEqual(computedCalls(question)),
  );

  it("says what it assumed", () => {
    const before = readHistory(said(fit), knowledge);
    expect(nextTopic(before, "what about two of them?", knowledge)?.notices).toEqual([
      "Read as two copies of Llama 3.1 8B Instruct on one board.",
    ]);
    expect(nextTopic(before, "and the 70B?", knowledge)?.notices).toEqual([
      "“70B” is taken for Llama 3.1 70B Instruct.",
    ]);
  });
});

describe("readHistory()", () => {
  it("takes nothing from what an assistant is said to have said", () => {
    const topic = readHistory([{ role: "assistant", text: "Mistral 7B fits on Thor." }], knowledge);
    expect(topic).toBeUndefined();
  });
});

describe("whyTopic()", () => {
  it("is the question before, on the board that is named", () => {
    const before = readHistory(said(vlm), knowledge);
    expect(whyTopic(before, "why does it not fit on the 8 GB one?", knowledge)?.reading.boards).toEqual([
      "orin-nx-8gb",
    ]);
    expect(whyTopic(before, "why 11.5 GB?", knowledge)).toBe(before);
    expect(whyTopic(undefined, "why?", knowledge)).toBeUndefined();
  });
});

describe("a turn that changes one thing", () => {
  it.each([
    [
      ["Qwen3 4B on an Orin Nano 8GB in 15W", "and in MAXN_SUPER?"],
      { device: "orin-nano-8gb-super", powerMode: "MAXN_SUPER" },
    ],
    [["Qwen3 4B on an Orin Nano 8GB in 15W", "and 7W?"], { device: "orin-nano-8gb", powerMode: "7W" }],
    [["Which Jetson for a 14B model under 40W?", "would the NX do?"], { device: "orin-nx-16gb" }],
    [[fit, "with q8 kv?"], { workloads: [{ model: "llama-3.1-8b", kvCacheType: "q8_0" }] }],
  ])("%j", (turns, input) => expect(ledger(...turns)).toMatchObject(input));

  it("takes money for money, and not for tokens", () => {
    const [tree] = computedCalls("and $600", "Which board should I buy for Qwen3 4B?");
    expect(tree?.input).toMatchObject({ budgetUsd: 600 });
    expect(JSON.stringify(tree?.input)).not.toContain("contextTokens");
  });

  it("keeps the rate of cameras, and their number", () => {
    const cameras = "8 cameras with YOLOv8s on AGX Orin 64GB at 10 fps";
    const [capacity] = computedCalls("20 of them", cameras);
    expect(capacity?.input).toMatchObject({ streams: 20, framesPerSecond: 10, model: "yolov8s" });
    const [slower] = computedCalls("5 fps is enough", cameras);
    expect(slower?.input).toMatchObject({ streams: 8, framesPerSecond: 5 });
  });
});
