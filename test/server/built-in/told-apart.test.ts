import { describe, expect, it } from "vitest";
import { sortResults } from "../../../server/built-in/results.ts";
import { haveSameWorkloads, runnableSpeeds, toldApart } from "../../../server/built-in/told-apart.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const fitOf = (device: string, workload: object) => callTool("memory-fit", { device, workloads: [workload] });
const llama = { model: "llama-3.1-8b" };

describe("haveSameWorkloads()", () => {
  it("is true for one model on two boards, and false for two models", async () => {
    const [one, two, other] = sortResults([
      await fitOf("orin-nx-16gb", llama),
      await fitOf("orin-nano-8gb", llama),
      await fitOf("orin-nx-16gb", { model: "qwen3-4b" }),
    ]).fits;
    expect(one && two && haveSameWorkloads([one, two])).toBe(true);
    expect(one && other && haveSameWorkloads([one, other])).toBe(false);
  });
});

describe("toldApart()", () => {
  it("names engine and format where only they differ", async () => {
    const { fits } = sortResults([
      await fitOf("orin-nx-16gb", { ...llama, quantization: "q4-k-m" }),
      await fitOf("orin-nx-16gb", { ...llama, quantization: "q8-0" }),
    ]);
    expect(toldApart(fits, knowledge).map(({ names }) => names.workloads)).toEqual([
      ["Llama 3.1 8B Instruct (llama.cpp, Q4_K_M)"],
      ["Llama 3.1 8B Instruct (llama.cpp, Q8_0)"],
    ]);
  });
});

describe("runnableSpeeds()", () => {
  it("keeps the speed of as many users as fit beside a number that does not", async () => {
    const speedOf = (concurrency: number) =>
      callTool("estimate-throughput", { device: "orin-nx-16gb", ...llama, concurrency });
    const results = sortResults([
      await fitOf("orin-nx-16gb", { ...llama, concurrency: 2 }),
      await fitOf("orin-nx-16gb", { ...llama, concurrency: 128 }),
      await speedOf(2),
      await speedOf(128),
    ]);
    expect(runnableSpeeds(results, knowledge).map(({ resolved }) => resolved.concurrency)).toEqual([2]);
  });

  it("leaves out the speed of what does not fit", async () => {
    const results = sortResults([
      await fitOf("orin-nano-4gb", llama),
      await callTool("estimate-throughput", { device: "orin-nano-4gb", ...llama }),
      await callTool("estimate-throughput", { device: "orin-nx-16gb", ...llama }),
    ]);
    expect(runnableSpeeds(results, knowledge).map(({ resolved }) => resolved.device)).toEqual([
      "orin-nx-16gb",
    ]);
  });
});
