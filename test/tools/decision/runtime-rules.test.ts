import { describe, expect, it } from "vitest";
import type { DecisionQuestion } from "../../../tools/decision/question.ts";
import { adviseRuntime, runtimeRules } from "../../../tools/decision/runtime-rules.ts";
import { knowledge } from "./decide.ts";

const advise = (question: DecisionQuestion, device: string) =>
  adviseRuntime(question, knowledge.devices.get(device).entry.value);

describe("adviseRuntime()", () => {
  it.each([
    { requestsPerDay: 0, device: "agx-orin-64gb", choice: "llama-cpp" },
    { requestsPerDay: 99, device: "agx-orin-64gb", choice: "llama-cpp" },
    { requestsPerDay: 100, device: "agx-orin-64gb", choice: "vllm" },
    { requestsPerDay: 999, device: "orin-nx-16gb", choice: "vllm" },
    { requestsPerDay: 1000, device: "orin-nx-16gb", choice: "tensorrt-llm" },
    { requestsPerDay: 1000, device: "agx-thor-devkit", choice: "tensorrt-llm" },
    { requestsPerDay: 100, device: "orin-nano-8gb", choice: "llama-cpp" },
    { requestsPerDay: 5000, device: "orin-nano-8gb", choice: "llama-cpp" },
  ])(
    "chooses $choice for $requestsPerDay requests a day on $device",
    ({ requestsPerDay, device, choice }) => {
      expect(advise({ requestsPerDay }, device)?.choice).toBe(choice);
    },
  );

  it("gives machines NVIDIA's own runtime where no load is stated", () => {
    expect(advise({ application: "industrial" }, "agx-orin-64gb")?.choice).toBe("tensorrt-edge-llm");
    expect(advise({ application: "industrial", requestsPerDay: 50 }, "agx-orin-64gb")?.choice).toBe(
      "llama-cpp",
    );
  });

  it.each<{ question: DecisionQuestion; device: string }>([
    { question: {}, device: "agx-orin-64gb" },
    { question: { requestsPerDay: 500, modelKind: "detector" }, device: "agx-orin-64gb" },
    { question: { requestsPerDay: 500 }, device: "rk3588" },
  ])("has no runtime for $question on $device", ({ question, device }) => {
    expect(advise(question, device)).toBeUndefined();
  });
});

describe("runtimeRules", () => {
  it.each(runtimeRules.map((rule) => ({ ...rule })))(
    "names runtimes and sources on record in $id",
    (rule) => {
      for (const id of [rule.choice, ...rule.alternatives])
        expect(knowledge.runtimes.get(id).entry.id).toBe(id);
      for (const source of rule.sources) expect(knowledge.source(source).title).not.toBe("");
    },
  );
});
