import { describe, expect, it } from "vitest";
import { userHeadlines } from "../../../server/built-in/compose-users.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool } from "../../fixtures/server-knowledge.ts";

const sized = (device: string, model: string, concurrency: number, settings = {}) =>
  callTool("memory-fit", { device, workloads: [{ model, concurrency, ...settings }] });

describe("userHeadlines()", () => {
  it("names the most that fit, and the first that do not", async () => {
    const results = sortResults([
      await sized("orin-nx-16gb", "qwen3-8b", 2),
      await sized("orin-nx-16gb", "qwen3-8b", 128),
    ]);
    expect(userHeadlines(results)).toEqual([
      "**Of the numbers tried, 2 users at once fit on the Jetson Orin NX 16GB; 128 users do not fit.**",
    ]);
  });

  it("says so where not even one fits", async () => {
    const results = sortResults([await sized("orin-nano-8gb", "qwen3-32b", 1)]);
    expect(userHeadlines(results)).toEqual(["**Even one user does not fit on the Jetson Orin Nano 8GB.**"]);
  });

  it("calls one user tight where the plan is", async () => {
    const settings = { runtime: "vllm", contextTokens: 1024 };
    const results = sortResults([await sized("orin-nano-8gb", "qwen3-4b", 1, settings)]);
    expect(results.fits.map(({ verdict }) => verdict)).toEqual(["tight"]);
    expect(userHeadlines(results)).toEqual(["**Even one user is tight on the Jetson Orin Nano 8GB.**"]);
  });

  it("counts no users where the plan cannot run", async () => {
    const results = sortResults([await sized("xavier-nx-8gb", "qwen3-4b", 1, { runtime: "vllm" })]);
    expect(results.fits.map(({ verdict }) => verdict)).toEqual(["unsupported"]);
    expect(userHeadlines(results)).toEqual([]);
  });
});
