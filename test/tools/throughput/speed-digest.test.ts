import { describe, expect, it } from "vitest";
import { speedDigest } from "../../../tools/throughput/speed-digest.ts";
import { estimateSpeed } from "../../fixtures/knowledge.ts";

const orin = { device: "orin-nx-16gb", model: "llama-3.1-8b" };

describe("speedDigest()", () => {
  it("opens with model, format, engine, board, mode and the speed with its interval", async () => {
    expect(speedDigest(await estimateSpeed(orin))).toMatch(
      /^speed of Llama 3\.1 8B Instruct in Q4_K_M with llama\.cpp on Jetson Orin NX 16GB in MAXN: decode [\d.]+ tok\/s \([\d.]+ tok\/s to [\d.]+ tok\/s\), /,
    );
  });

  it("gives the shipped mode where it is another speed, and all streams where there are several", async () => {
    const digest = speedDigest(await estimateSpeed({ ...orin, runtime: "vllm", concurrency: 8 }));
    expect(digest).toMatch(/^as shipped in 15W: /m);
    expect(digest).toMatch(/^all 8 streams together /m);
    const alone = speedDigest(await estimateSpeed({ ...orin, powerMode: "15W" }));
    expect(alone).not.toMatch(/as shipped|streams together/);
  });

  it("says why there is no speed, and how to measure one", async () => {
    expect(speedDigest(await estimateSpeed({ ...orin, quantization: "nvfp4" }))).toMatch(
      /^no speed of .*: Jetson Orin NX 16GB \(Ampere\) has no FP4 hardware/,
    );
    expect(speedDigest(await estimateSpeed({ ...orin, device: "thor-t2000" }))).toMatch(
      /\nmeasure it: llama-bench/,
    );
  });
});
