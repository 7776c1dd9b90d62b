import { describe, expect, it } from "vitest";
import { planChoice, planOpinion } from "../../../server/built-in/plan-choice.ts";
import { readQuestion } from "../../../server/built-in/reading.ts";
import { boardId, knowledge, placedModels } from "../../fixtures/server-knowledge.ts";

const planned = (question: string) => planChoice(readQuestion(question, knowledge), knowledge);
const asked = (question: string) => planned(question)[0];
const fits = (question: string) => planned(question).filter(({ name }) => name === "memory-fit");

describe("planChoice()", () => {
  it.each([
    {
      question: "Which Jetson under $500 for a 7B model?",
      input: { largestModelBillions: 7, modelKind: "llm", budgetUsd: 500 },
    },
    { question: "Best board for a VLM within 1,500 USD?", input: { modelKind: "vlm", budgetUsd: 1500 } },
    { question: "Which board for Qwen2.5-VL-7B?", input: { largestModelBillions: 8.29, modelKind: "vlm" } },
    { question: "Which board for OpenVLA 7B?", input: { largestModelBillions: 7.54, modelKind: "vla" } },
    {
      question: "one detection stream on a 5 W budget",
      input: { modelKind: "detector", streams: 1, powerBudgetWatts: 5 },
    },
    { question: "Which Jetson for four 1080p cameras?", input: { modelKind: "detector", streams: 4 } },
    {
      question: "fanless board for 4 camera streams",
      input: { modelKind: "detector", streams: 4, passiveCooling: true },
    },
    { question: "Which runtime for 2,000 requests a day?", input: { requestsPerDay: 2000 } },
    { question: "2k requests per day, which server?", input: { requestsPerDay: 2000 } },
    {
      question: "Which board for a humanoid robot with a VLA?",
      input: { modelKind: "vla", application: "humanoid" },
    },
    {
      question: "Which board for a battery powered sensor?",
      input: { application: "battery-sensor", battery: true },
    },
    { question: "We need hard real-time isolation", input: { realTimeIsolation: true } },
    {
      question: "Which board for two 70B models?",
      input: { largestModelBillions: 70, modelKind: "llm", concurrentModels: 2 },
    },
    { question: "Which board should I buy?", input: {} },
  ])("asks the decision tree $input for: $question", ({ question, input }) => {
    expect(asked(question)).toMatchObject({ name: "decision-tree" });
    expect(asked(question)?.input).toEqual({ ...asked(question)?.input, ...input });
    const unasked = ["budgetUsd", "powerBudgetWatts", "streams", "battery", "requestsPerDay", "application"];
    for (const field of unasked)
      expect(Object.hasOwn(asked(question)?.input ?? {}, field), field).toBe(Object.hasOwn(input, field));
  });

  it("tries no board where no model is named", () => {
    expect(planned("Which board under $500?")).toHaveLength(1);
  });

  it("tries the sizes of boards where a model has no board", () => {
    const devices = fits("Does Llama 3.1 8B run on a Jetson?").map(({ input }) => boardId(input.device));
    expect(devices.length).toBeGreaterThan(2);
    const memory = devices.map((id) => knowledge.devices.get(id ?? "").entry.value.memory ?? 0);
    expect(memory).toEqual(memory.toSorted((a, b) => a - b));
  });

  it("tries the boards that the question names", () => {
    const question = "Should I buy an Orin NX 16GB or an AGX Orin 64GB for Qwen3-14B?";
    expect(fits(question).map(({ input }) => boardId(input.device))).toEqual([
      "orin-nx-16gb",
      "agx-orin-64gb",
    ]);
  });

  it("tries no board that cannot hold the weights where one is wanted", () => {
    const devices = fits("Which board for a 70B model?").map(({ input }) => boardId(input.device));
    expect(devices).toContain("agx-orin-64gb");
    expect(devices).not.toContain("orin-nano-8gb");
    expect(devices).not.toContain("orin-nx-16gb");
  });

  it("shows a size by a model on record of about that size, but keeps a name that was given", () => {
    const modelsOf = (question: string) => fits(question).flatMap(({ input }) => placedModels(input));
    for (const model of modelsOf("Which board for a 7B model?")) {
      const { parametersBillions = 0 } = knowledge.models.get(String(model)).entry.value;
      expect(Math.abs(parametersBillions - 7)).toBeLessThan(1.1);
      expect(knowledge.measurements(String(model)).length).toBeGreaterThan(0);
    }
    for (const model of modelsOf("Which board for Mistral 7B?")) expect(model).toBe("mistral-7b");
    for (const model of modelsOf("Which board for a 175B model?"))
      expect(model).toMatchObject({ parametersBillions: 175 });
  });
});

describe("planOpinion()", () => {
  const opinion = (question: string) => planOpinion(readQuestion(question, knowledge), knowledge);

  it.each([
    { question: "Llama 3.1 8B on Thor", input: { largestModelBillions: 8.03, modelKind: "llm" } },
    {
      question: "Llama 3.1 8B next to Qwen2.5-VL-7B on Thor",
      input: { largestModelBillions: 8.29, modelKind: "vlm", concurrentModels: 2 },
    },
  ])("asks the documents' rules $input for: $question", ({ question, input }) => {
    expect(opinion(question)).toEqual([{ name: "decision-tree", input }]);
  });

  it.each(["YOLO11s on Thor", "What is Thor?", "Does FP8 work on Thor?"])("has none for: %s", (question) => {
    expect(opinion(question)).toEqual([]);
  });
});

describe("planChoice() of cameras", () => {
  const choice = (question: string) => planChoice(readQuestion(question, knowledge), knowledge);

  it("judges the boards by what they take of the cameras, at the rate that is asked", () => {
    const [tree, ...others] = choice("Which board for 12 cameras with YOLOv8m at 10 fps?");
    expect(tree?.name).toBe("decision-tree");
    expect(new Set(others.map(({ name }) => name))).toEqual(new Set(["stream-capacity"]));
    for (const { input } of others)
      expect(input).toMatchObject({ model: "yolov8m", streams: 12, framesPerSecond: 10 });
  });

  it("takes the usual detector where none is named, and leaves out boards beyond the budget", () => {
    const devices = (question: string) =>
      choice(question)
        .filter(({ input }) => input.model === "YOLO")
        .map(({ input }) => input.device);
    const all = devices("Which Jetson can watch 12 cameras?");
    const cheap = devices("Which Jetson under $1,000 can watch 12 cameras?");
    expect(cheap.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining(cheap));
  });

  it("tries a board that holds everything where the smallest do not", () => {
    const devices = choice("Which Jetson for Whisper large, Llama 3.1 8B and 2 cameras?")
      .filter(({ name }) => name === "memory-fit")
      .map(({ input }) => input.device);
    expect(devices).toContain("agx-orin-64gb");
  });
});
