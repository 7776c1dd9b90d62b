import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../knowledge/knowledge.ts";
import type { Answer } from "../../server/agent/answer.ts";
import { createAdvisor } from "../../server/agent/create-advisor.ts";
import { createBuiltInBackend } from "../../server/backends/built-in.ts";
import { sortResults } from "../../server/built-in/results.ts";

const knowledge = openKnowledge(join(tmpdir(), "jetson-advisor-acceptance"));
const advisor = createAdvisor(createBuiltInBackend(), knowledge, () => 0);
const ask = (question: string) => advisor.ask(question);

function verdictOn(answer: Answer, device: string) {
  return answer.verdicts.find((verdict) => verdict.device === device)?.verdict;
}

function fitOn(answer: Answer, device: string) {
  const fit = sortResults(answer.toolCalls).fits.find(({ resolved }) => resolved.device === device);
  if (!fit) throw new Error(`no memory-fit on ${device}`);
  return fit;
}

const measured = (answer: Answer) =>
  sortResults(answer.toolCalls).speeds.flatMap(({ references }) => references);
const decision = (answer: Answer) => sortResults(answer.toolCalls).decisions[0];

describe("the built-in answerer", () => {
  it("says of Qwen2.5-VL-7B next to YOLO on an Orin NX that 16 GB fits and 8 GB does not, with a ledger", async () => {
    const answer = await ask("Can I run Qwen2.5-VL-7B next to YOLO on an Orin NX?");
    expect(answer.verdict).toBe("depends");
    expect(verdictOn(answer, "orin-nx-16gb")).toBe("fits");
    expect(verdictOn(answer, "orin-nx-8gb")).toBe("does-not-fit");
    const { workingSetBytes } = fitOn(answer, "orin-nx-16gb");
    expect(workingSetBytes).toBeGreaterThan(7e9);
    expect(workingSetBytes).toBeLessThan(10e9);
    expect(answer.answer).toMatch(/\| KV cache/);
    expect(answer.answer).toMatch(/working set/);
  });

  it("says of the same on an Orin Nano 8GB that it is tight or does not fit, with fixes", async () => {
    const answer = await ask("Can I run Qwen2.5-VL-7B next to YOLO on an Orin Nano 8GB?");
    expect(["tight", "does-not-fit"]).toContain(answer.verdict);
    const { fixes } = fitOn(answer, "orin-nano-8gb");
    expect(fixes.length).toBeGreaterThan(0);
    for (const { change } of fixes) expect(answer.answer).toContain(change);
  });

  it("says of Llama 3.3 70B on an AGX Orin 64GB that it fits, is slow, and that the documents call it not viable", async () => {
    const answer = await ask("Can an AGX Orin 64GB run Llama 3.3 70B?");
    expect(answer.verdict).toBe("fits");
    const [speed] = sortResults(answer.toolCalls).speeds;
    expect(speed?.decodeTokensPerSecond?.expected).toBeGreaterThan(2);
    expect(speed?.decodeTokensPerSecond?.expected).toBeLessThan(4.7);
    const weights = fitOn(answer, "agx-orin-64gb").lines.filter(
      ({ part }) => part === "weights" || part === "host",
    );
    expect(weights.reduce((sum, { bytes }) => sum + bytes, 0) / 1e9).toBeCloseTo(43, 0);
    expect(answer.answer).toMatch(/too slow to talk to/);
    expect(answer.answer).toMatch(/not viable on Orin/);
  });

  it("says of Llama 3.3 70B on Thor that it fits, with what was measured at launch, a month later and with EAGLE-3", async () => {
    const answer = await ask("Can Thor run Llama 3.3 70B, and how fast?");
    expect(answer.verdict).toBe("fits");
    for (const speed of ["12.64 tok/s", "41.5 tok/s", "88.62 tok/s"]) expect(answer.answer).toContain(speed);
    const launch = measured(answer).find(({ tokensPerSecond }) => tokensPerSecond === 12.64);
    expect(launch).toMatchObject({ concurrency: 8, date: "2025-08" });
    expect(measured(answer).find(({ tokensPerSecond }) => tokensPerSecond === 88.62)?.speculation).toMatch(
      /EAGLE/,
    );
  });

  it("fits two 70B models at 4 bit on Thor", async () => {
    const answer = await ask("Do two 70B models at 4 bit fit on Thor?");
    expect(answer.verdict).toBe("fits");
    expect(answer.verdicts[0]?.workloads).toHaveLength(2);
  });

  it("fits gpt-oss-20b on an AGX Orin 64GB, measured at about 40 tok/s", async () => {
    const answer = await ask("Does gpt-oss-20b run on an AGX Orin 64GB and how fast is it?");
    expect(answer.verdict).toBe("fits");
    expect(answer.answer).toMatch(/\b(39|40) tok\/s measured/);
  });

  it("fits Gemma 3 4B on an Orin Nano Super, measured at about 15 tok/s", async () => {
    const answer = await ask("Can I run Gemma 3 4B on an Orin Nano Super?");
    expect(answer.verdict).toBe("fits");
    expect(answer.answer).toMatch(/\b15 tok\/s measured/);
  });

  it("fits a 175B model at W4A16 on Thor", async () => {
    const answer = await ask("Does a 175B model at W4A16 fit on Thor?");
    expect(answer.verdict).toBe("fits");
    expect(fitOn(answer, "agx-thor-devkit").resolved.workloads[0]?.quantization).toBe("w4a16");
  });

  it("gives for the cheapest board for a local 7B the documents' Orin NX 16GB, and what 8 GB boards do", async () => {
    const answer = await ask("What is the cheapest board for a local 7B model?");
    expect(decision(answer)?.platform).toBe("orin-nx-16gb");
    expect(verdictOn(answer, "orin-nx-16gb")).toBe("fits");
    expect(verdictOn(answer, "orin-nano-8gb")).toBe("tight");
    expect(
      measured(answer).some(({ device, plausible }) => device.startsWith("orin-nano-8gb") && plausible),
    ).toBe(true);
    expect(answer.answer).toMatch(/8 GB boards run it/);
  });

  it.each([
    ["Which board do I need for one 1080p detection stream?", "orin-nano-8gb"],
    ["I am building a humanoid robot with a VLA. Which board?", "agx-thor-devkit"],
  ])("answers %s with %s", async (question, platform) => {
    const answer = await ask(question);
    expect(decision(answer)?.platform).toBe(platform);
    expect(answer.answer.split("\n")[0]).toContain(knowledge.devices.get(platform).entry.value.name);
  });

  it("sends a 5 W battery sensor away from Jetson", async () => {
    const answer = await ask("Which Jetson for a battery sensor with a 5 W budget?");
    const platform = decision(answer)?.platform ?? "";
    expect(knowledge.devices.get(platform).entry.value.kind).toBe("alternative");
    expect(answer.answer).toMatch(/no Jetson belongs there/);
  });

  it("advises TensorRT-LLM for 2,000 requests a day if its compile time is affordable, else vLLM", async () => {
    const answer = await ask("Which runtime for 2,000 requests a day on AGX Orin?");
    expect(decision(answer)?.runtime?.choice).toBe("tensorrt-llm");
    expect(decision(answer)?.runtime?.alternatives).toContain("vllm");
    expect(answer.answer).toMatch(/compile time[^.]*affordable; otherwise vLLM/);
  });

  it("says that Orin cannot do FP4", async () => {
    const answer = await ask("Can Orin run FP4?");
    expect(answer.verdict).toBe("unsupported");
    expect(answer.answer).toMatch(/^\*\*No/);
  });

  it("says of Molmo-7B on Thor 7.6 tok/s cold and about 14 steady", async () => {
    const answer = await ask("How fast is Molmo-7B on Thor?");
    expect(answer.answer).toMatch(/7\.6 tok\/s measured.*before warm-up/);
    expect(answer.answer).toMatch(/\b14 tok\/s measured/);
  });

  it.each([
    "Which board is coolest for Qwen2.5-VL-7B and YOLO?",
    "Which board is cheapest for Qwen3-8B and Whisper small?",
    "What is the fastest board for Llama 3.1 8B under $2,000?",
    "Compare Orin NX and AGX Orin for Llama 3.1 8B",
    "Plan a system for Qwen3-8B and YOLO11s with 60 W",
    "What is the best quantization for Llama 3.1 8B on an Orin Nano 8GB?",
  ])("puts what it tried into one table, every number of it verified: %s", async (question) => {
    const answer = await ask(question);
    expect(answer.answer).toMatch(/\*\*(?:The (?:coolest|cheapest|fastest)|Best on) /);
    expect(answer.answer).toMatch(/\| verdict \| headroom \| one stream \| price \| power \|/);
    expect(answer.check.unverified).toEqual([]);
  });

  it.each([
    ["Is 52 tok/s for an 8B Q4_K_M on AGX Orin true?", /^\*\*No, impossible: 52 tok\/s .*204\.8 GB\/s ÷/],
    [
      "Somebody claims 55 tok/s for Llama 3.2 1B FP16 on Orin Nano Super, can that be?",
      /^\*\*No, impossible: 55 tok\/s .*102\.4 GB\/s ÷ 2\.47 GB/,
    ],
    ["Can an Orin NX do 36.5 tok/s with a 7B?", /^\*\*No, impossible: 36\.5 tok\/s/],
    ["Is the AGX Orin bandwidth really 273 GB/s?", /^\*\*Hardly, implausible: .*204\.8 GB\/s/],
    ["Who measured Qwen3-8B on Thor?", /^\*\*Yes: \d+ measured runs of Qwen3 8B/],
    ["Has anybody measured gpt-oss-20b on an Orin NX 16GB?", /^\*\*Nobody on record measured/],
    ["Longest context for Qwen3-8B on Orin NX 16GB?", /^\*\*Longest context tried that fits .*40,960 tokens/],
    ["Can I run Llama 3.1 8B with 1e9 tokens of context on Thor?", /^\*\*Not computed:/],
  ])("answers %s in its first line, every number of it verified", async (question, words) => {
    const { answer, check, verdict } = await ask(question);
    expect(answer.split("\n")[0]).toMatch(words);
    expect(check.unverified).toEqual([]);
    expect(verdict).toBeNull();
  });

  it("says of the weather what it is for", async () => {
    const answer = await ask("What is the weather like tomorrow?");
    expect(answer).toMatchObject({ verdict: null, verdicts: [], citations: [] });
    expect(answer.answer).toMatch(/sizes NVIDIA Jetson boards/);
    expect(answer.answer).toMatch(/Try for example/);
  });
});
