import { describe, expect, it } from "vitest";
import { claimBlocks, claimHeadlines } from "../../../server/built-in/compose-claims.ts";
import { sortResults } from "../../../server/built-in/results.ts";
import { callTool, knowledge } from "../../fixtures/server-knowledge.ts";

const model = "llama-3.1-8b";
const check = async (...inputs: object[]) =>
  sortResults(await Promise.all(inputs.map((input) => callTool("check-claim", input))));
const decode = (device: string, value: string, more: object = {}) => ({
  device,
  model,
  quantization: "q4-k-m",
  metric: "decode",
  value,
  ...more,
});

describe("claimHeadlines()", () => {
  it("says the verdict and the arithmetic in a line", async () => {
    const { claims } = await check(decode("agx-orin-64gb", "52 tok/s"));
    const [line = ""] = claimHeadlines(claims, knowledge);
    expect(line).toMatch(
      /^\*\*No, impossible: 52 tok\/s for Llama 3\.1 8B Instruct in Q4_K_M on the Jetson AGX/,
    );
    expect(line).toMatch(/204\.8 GB\/s ÷ [\d.]+ GB a pass = [\d.]+ tok\/s at most/);
  });

  it("says yes to what was measured", async () => {
    const { claims } = await check(decode("agx-orin-64gb", "27 tok/s"));
    expect(claimHeadlines(claims, knowledge)[0]).toMatch(/^\*\*Yes, consistent/);
  });

  it("tells boards apart where the verdicts differ", async () => {
    const { claims } = await check(decode("agx-orin-64gb", "27 tok/s"), decode("orin-nx-16gb", "27 tok/s"));
    expect(claimHeadlines(claims, knowledge)).toEqual([
      expect.stringMatching(
        /It depends on the board: .*Jetson AGX Orin 64GB consistent, Jetson Orin NX 16GB impossible/,
      ),
    ]);
  });

  it("speaks of a board's own figure", async () => {
    const { claims } = await check({ device: "agx-orin-64gb", metric: "bandwidth", value: "273 GB/s" });
    expect(claimHeadlines(claims, knowledge)[0]).toContain(
      "273 GB/s of bandwidth on the Jetson AGX Orin 64GB",
    );
  });
});

describe("claimBlocks()", () => {
  const text = async (...inputs: object[]) =>
    claimBlocks(await check(...inputs), knowledge)
      .flatMap(({ lines }) => lines)
      .join("\n");

  it("brings the estimate, the runs and the documents that disagree", async () => {
    const answer = await text({
      device: "orin-nano-8gb-super",
      model: "llama-3.2-1b",
      quantization: "fp16",
      metric: "decode",
      value: "52 tok/s",
    });
    expect(answer).toMatch(/× the [\d.]+ tok\/s expected/);
    expect(answer).toMatch(/tok\/s measured \(decode\)/);
    expect(answer).toMatch(/edge-llm-benchmark-2026 says 55 tok\/s/);
  });

  it("does not repeat what the headline says", async () => {
    expect(await text(decode("agx-orin-64gb", "52 tok/s"))).not.toContain("tok/s at most");
  });

  it("says what a claim leaves open that could give more", async () => {
    const { quantization, ...open } = decode("orin-nx-16gb", "36.5 tok/s");
    expect(await text(open)).toMatch(
      /leaves open .*a format of fewer bits, another engine, speculative .*Assumed: runtime llama\.cpp and format Q4_K_M\./,
    );
    expect(quantization).toBe("q4-k-m");
    expect(await text(decode("agx-orin-64gb", "27 tok/s", { runtime: "llama-cpp" }))).not.toContain(
      "leaves open",
    );
  });
});
