import { describe, expect, it } from "vitest";
import { Claim } from "../../../knowledge/claim-schema.ts";
import { Measurement } from "../../../knowledge/evidence-schema.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { ClaimInput, toClaimed } from "../../../tools/claims/claim-input.ts";
import { againstDocuments, againstRuns } from "../../../tools/claims/contradictions.ts";
import { toNearRun } from "../../../tools/evidence/near-run.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const speed = { device: "agx-orin-64gb", model: "llama-3.1-8b", quantization: "q4-k-m", metric: "decode" };

function withClaims(...claims: object[]): Knowledge {
  const rows = claims.map((raw, index) => ({
    ...Claim.parse({ id: `c${index}`, heading: "Speed", ...raw }),
    source: "vlm-sizing-2026",
  }));
  return { ...knowledge, claims: () => rows };
}

function documents(raw: object, ...claims: object[]) {
  const input = ClaimInput.parse(raw);
  return againstDocuments(input, toClaimed(input), withClaims(...claims));
}

describe("againstDocuments()", () => {
  it("names the document that prints another figure, and where", () => {
    expect(documents({ ...speed, value: 52 }, { ...speed, value: 25 })).toEqual([
      {
        source: "vlm-sizing-2026",
        measurement: null,
        claim: "c0",
        value: 25,
        display: "25 tok/s",
        message: 'vlm-sizing-2026 says 25 tok/s ("Speed"), not 52 tok/s.',
      },
    ]);
  });

  it.each([
    { why: "the same figure", other: { value: 52 } },
    { why: "a range that holds it", other: { value: [40, 60] } },
    { why: "another model", other: { model: "qwen3-8b", value: 25 } },
    { why: "another board", other: { device: "thor", value: 25 } },
    { why: "another format", other: { quantization: "fp16", value: 25 } },
    { why: "another metric", other: { metric: "prefill", value: 25 } },
    { why: "more streams", other: { concurrency: 8, value: 25 } },
    { why: "a draft", other: { speculation: "EAGLE-3", value: 25 } },
    { why: "a cold start", other: { circumstance: "cold start", value: 25 } },
  ])("is content with $why", ({ other }) => {
    expect(documents({ ...speed, value: 52 }, { ...speed, ...other })).toEqual([]);
  });

  it("takes two spellings for one thing, and what one leaves open for the same", () => {
    const spelt = {
      device: "AGX Orin 64GB",
      model: "Llama 3.1 8B",
      quantization: "Q4_K_M",
      metric: "decode",
    };
    expect(documents({ ...speed, value: 52 }, { ...spelt, value: 25 })).toHaveLength(1);
    const { quantization, ...open } = speed;
    expect(documents({ ...speed, value: 52 }, { ...open, value: 25 })).toHaveLength(1);
  });

  it("compares limits of size in formats of one width only", () => {
    const limit = { device: "agx-orin-64gb", metric: "largest-model" };
    expect(documents({ ...limit, value: 13 }, { ...limit, quantization: "q4-k-m", value: 30 })).toHaveLength(
      1,
    );
    expect(documents({ ...limit, value: 13 }, { ...limit, quantization: "fp16", value: 7 })).toEqual([]);
  });

  it("has nothing to say of a claim about nothing, or about a special circumstance", () => {
    expect(documents({ metric: "ratio", value: 2 }, { metric: "ratio", value: 3 })).toEqual([]);
    expect(documents({ ...speed, circumstance: "peak", value: 52 }, { ...speed, value: 25 })).toEqual([]);
  });
});

describe("againstRuns()", () => {
  const row = Measurement.parse({ id: "r1", runtime: "llama-cpp", confidence: "high", ...speed, value: 20 });
  const near = [toNearRun({ ...row, source: "user" }, "same configuration", true)];
  const runs = (value: number) => {
    const input = ClaimInput.parse({ ...speed, value });
    return againstRuns(input, toClaimed(input), near, knowledge);
  };

  it("lets runs differ by a quarter", () => {
    expect(runs(25)).toEqual([]);
    expect(runs(16)).toEqual([]);
  });

  it("names the run that is further away", () => {
    expect(runs(50)).toEqual([
      expect.objectContaining({
        source: "user",
        measurement: "r1",
        claim: null,
        message:
          "user measured 20 tok/s (llama-3.1-8b in q4-k-m with llama-cpp on agx-orin-64gb); 50 tok/s is 2.5 × that.",
      }),
    ]);
    expect(runs(15)).toHaveLength(1);
  });
});
