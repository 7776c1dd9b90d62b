import { describe, expect, it } from "vitest";
import { afterFits } from "../../../server/agent/follow-ups-fit.ts";
import { toQuestion } from "../../../server/built-in/phrase-plan.ts";
import { MemoryFitInput } from "../../../tools/memory/plan.ts";
import { memoryFit } from "../../../tools/memory-fit.ts";
import { computedCalls } from "../../fixtures/planned-calls.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

const fitOf = async (input: MemoryFitInput) => await memoryFit.run(input, knowledge);
const asksFit = { fit: true, speed: false };

async function suggestedFor(...inputs: MemoryFitInput[]) {
  return afterFits(await Promise.all(inputs.map(fitOf)), asksFit, knowledge);
}
const one = (device: string, model: string, quantization?: string): MemoryFitInput => ({
  device,
  workloads: [{ model, ...(quantization && { quantization }) }],
});

describe("afterFits()", () => {
  it("puts the fixes of what does not fit first, each with the question of its plan", async () => {
    const fit = await fitOf(one("orin-nx-16gb", "qwen3-14b", "q8-0"));
    const suggested = afterFits([fit], asksFit, knowledge).filter(({ kind }) => kind === "fix");
    const questions = fit.fixes.map(({ input }) => toQuestion(input, knowledge));
    expect(suggested.length).toBeGreaterThan(1);
    for (const { question } of suggested) expect(questions).toContain(question);
    expect(suggested.some(({ label }) => label.startsWith("On the "))).toBe(true);
  });

  const tooMuch: MemoryFitInput[] = [
    one("orin-nano-8gb", "llama-3.1-8b", "fp16"),
    one("agx-orin-64gb", "qwen3-8b", "nvfp4"),
    one("orin-nano-8gb", "whisper-large-v3"),
    {
      device: "orin-nano-8gb",
      workloads: [
        { model: "qwen2.5-vl-3b", images: 8, contextTokens: 32_768 },
        { model: "yolo11s", streams: 8 },
      ],
    },
    {
      device: "orin-nx-16gb",
      powerMode: "25W",
      l4t: "36.4.7",
      workloads: [
        { model: "qwen3-8b", runtime: "vllm", quantization: "fp16", concurrency: 8, contextTokens: 16_384 },
        { model: "qwen3-4b", runtime: "ollama" },
      ],
    },
    { device: "agx-orin-32gb", workloads: [{ model: "llama-3.1-8b" }, { model: "qwen3-32b" }] },
  ];
  it.each(tooMuch)("promises of each fix of %j what its question is answered with", async (input) => {
    const { fixes } = await fitOf(input);
    for (const fix of fixes) {
      const question = toQuestion(fix.input, knowledge);
      const calls = computedCalls(question).filter(({ name }) => name === memoryFit.name);
      const [answer, ...more] = await Promise.all(
        calls.map((call) => fitOf(MemoryFitInput.parse(call.input))),
      );
      expect(more, question).toEqual([]);
      expect(answer?.verdict, question).toBe(fix.verdict);
      expect(answer?.headroomBytes, question).toBe(fix.headroomBytes);
    }
  });

  it("asks for the speed only of what runs", async () => {
    const kinds = async (...inputs: MemoryFitInput[]) =>
      (await suggestedFor(...inputs)).map(({ kind }) => kind);
    expect(await kinds(one("orin-nx-16gb", "qwen3-8b"))).toContain("speed");
    expect(await kinds(one("orin-nano-8gb", "qwen3-32b"))).not.toContain("speed");
  });

  it("offers a wider format where its weights fit, and a narrower one where they do not", async () => {
    const format = async (input: MemoryFitInput) =>
      (await suggestedFor(input)).find(({ kind }) => kind === "quantization")?.label;
    expect(await format(one("agx-orin-64gb", "qwen3-8b", "q4-k-m"))).toBe("Q8_0 instead");
    expect(await format(one("orin-nano-8gb", "llama-3.2-3b", "q8-0"))).toBe("Q4_K_M instead");
  });

  it("offers more room where little is left, and less money where much is", async () => {
    const board = async (input: MemoryFitInput) =>
      (await suggestedFor(input)).find(({ kind }) => kind === "board")?.label;
    expect(await board(one("orin-nano-8gb", "llama-3.2-3b", "q8-0"))).toMatch(/^More room: /);
    expect(await board(one("agx-orin-64gb", "qwen3-8b"))).toMatch(/^Cheaper: /);
  });

  it("offers each of several boards for itself", async () => {
    const labels = (await suggestedFor(one("orin-nx-8gb", "qwen3-8b"), one("orin-nx-16gb", "qwen3-8b"))).map(
      ({ label }) => label,
    );
    expect(labels.slice(0, 2)).toEqual(["Only the Orin NX 8GB", "Only the Orin NX 16GB"]);
  });

  it("goes on with the largest of several models that fits", async () => {
    const [first] = await suggestedFor(
      one("orin-nx-16gb", "qwen3-4b"),
      one("orin-nx-16gb", "qwen3-8b"),
      one("orin-nx-16gb", "qwen3-32b"),
    );
    expect(first).toMatchObject({ kind: "fit", label: "More on Qwen3 8B" });
  });

  it("says nothing of a plan that no words hold", async () => {
    const model = { name: "ours", parametersBillions: 30, activeBillions: 3 };
    expect(await suggestedFor({ device: "agx-orin-64gb", workloads: [{ model }] })).toEqual([]);
  });
});
