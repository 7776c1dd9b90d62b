import { describe, expect, it } from "vitest";
import { type Intents, readIntents } from "../../../server/built-in/intents.ts";

type Flag = { [Name in keyof Intents]-?: Intents[Name] extends boolean ? Name : never }[keyof Intents];

const flags: readonly { flag: Flag; yes: readonly string[]; no: readonly string[] }[] = [
  {
    flag: "board",
    yes: [
      "Which Jetson for a 7B model?",
      "What is the cheapest board?",
      "Should I buy an Orin NX?",
      "What hardware do we need?",
      "Recommend something for YOLO",
      "I need a board for six cameras",
      "AGX Orin or Thor for eight cameras?",
    ],
    no: [
      "What does the Thor developer kit cost?",
      "Which power modes are there on Jetson Thor?",
      "What is vLLM good at on Jetson?",
      "Does Llama fit on an Orin NX?",
      "How fast is it?",
      "Which quantization is best?",
    ],
  },
  {
    flag: "whatRuns",
    yes: ["What can I run on an Orin Nano?", "Which models fit there?", "What could Thor serve?"],
    no: ["Can I run Llama 3.1 8B?", "Does it fit? Which one? Run it."],
  },
  {
    flag: "speed",
    yes: ["How fast is it?", "Which tokens per second?", "Is it slow?", "What latency?", "20 tok/s"],
    no: ["Does it fit?", "How many tokens of context?", "Was the 7x speed-up software alone?"],
  },
  {
    flag: "explains",
    yes: ["What's the difference between a VLM and a detector?", "How does MIG work?", "What is a VLM?"],
    no: ["What is the cheapest board?", "Which board for a VLM?", "How fast is a VLM?"],
  },
  { flag: "headless", yes: ["headless", "without a desktop"], no: ["with a desktop", "ahead"] },
  { flag: "battery", yes: ["on a battery", "on batteries", "solar power"], no: ["battering", "in the sun"] },
  { flag: "passiveCooling", yes: ["passively cooled", "fanless"], no: ["with a fan", "passivated"] },
  {
    flag: "isolation",
    yes: ["isolated models", "hard real-time", "guaranteed real time"],
    no: ["real-time video", "hard work"],
  },
  {
    flag: "eagle",
    yes: ["with EAGLE-3", "speculative decoding"],
    no: ["a draft", "without speculative decoding", "no EAGLE-3", "EAGLE off"],
  },
  { flag: "detection", yes: ["object detection", "two cameras", "a stream"], no: ["a chatbot"] },
];

describe("readIntents()", () => {
  const rows = flags.flatMap(({ flag, yes, no }) => [
    ...yes.map((question) => ({ flag, question, value: true })),
    ...no.map((question) => ({ flag, question, value: false })),
  ]);
  it.each(rows)("reads $flag as $value from: $question", ({ flag, question, value }) => {
    expect(readIntents(question)[flag]).toBe(value);
  });

  it.each([
    { question: "Which board for a VLM?", modelKind: "vlm" },
    { question: "Which board for VLMs?", modelKind: "vlm" },
    { question: "a VLA policy", modelKind: "vla" },
    { question: "a vision-language-action model", modelKind: "vla" },
    { question: "a VLM and a VLA", modelKind: "vla" },
    { question: "vLLM", modelKind: undefined },
    { question: "an LLM", modelKind: undefined },
  ])("reads the kind $modelKind from: $question", ({ question, modelKind }) => {
    expect(readIntents(question).modelKind).toBe(modelKind);
  });

  it.each([
    { question: "a humanoid robot", application: "humanoid" },
    { question: "surgical robots", application: "surgical" },
    { question: "a battery powered sensor", application: "battery-sensor" },
    { question: "a sensor with a battery", application: "battery-sensor" },
    { question: "a smart camera", application: "smart-camera" },
    { question: "multi-camera analytics", application: "multi-camera" },
    { question: "a visual AI agent", application: "visual-agent" },
    { question: "a robot arm in a factory", application: "robotics" },
    { question: "for industrial use", application: "industrial" },
    { question: "a chatbot", application: "assistant" },
    { question: "a battery", application: undefined },
    { question: "a spreadsheet", application: undefined },
  ])("reads the application $application from: $question", ({ question, application }) => {
    expect(readIntents(question).application).toBe(application);
  });

  it.each([
    { question: "Does Llama 3.1 8B fit on an Orin NX 16GB?", fit: true },
    { question: "Llama 3.1 8B on an Orin NX 16GB", fit: true },
    { question: "Can Thor run Llama 3.3 70B, and how fast?", fit: true },
    { question: "How fast is Llama 3.1 8B on an Orin NX 16GB?", fit: false },
    { question: "Which board should I buy for a 7B model?", fit: false },
  ])("asks for fit: $fit, in: $question", ({ question, fit }) => {
    expect(readIntents(question).fit).toBe(fit);
  });

  it("reads nothing from small talk", () => {
    const { modelKind, application, fit, ...read } = readIntents("What is the weather in Paris?");
    expect(Object.values(read)).not.toContain(true);
    expect([modelKind, application]).toEqual([undefined, undefined]);
  });
});
