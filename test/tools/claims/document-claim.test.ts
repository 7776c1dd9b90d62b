import { describe, expect, it } from "vitest";
import { Claim } from "../../../knowledge/claim-schema.ts";
import { ClaimInput } from "../../../tools/claims/claim-input.ts";
import { subjectWords, toClaimInput } from "../../../tools/claims/document-claim.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const speed = {
  id: "a",
  heading: "Speed",
  device: "thor",
  model: "qwen3-8b",
  metric: "decode",
  value: "20 tok/s",
};
const stated = (raw: object) => ({ ...Claim.parse({ ...speed, ...raw }), source: "user" });

describe("toClaimInput()", () => {
  it("keeps what the document states and drops what is ours", () => {
    expect(toClaimInput(stated({ note: "about" }), knowledge)).toEqual({
      device: "thor",
      model: "qwen3-8b",
      metric: "decode",
      value: 20,
      source: "user",
    });
  });

  it("carries both ends, the draft and the circumstance", () => {
    const raw = { value: [20, 30], speculation: "EAGLE-3", circumstance: "peak", concurrency: 8 };
    expect(toClaimInput(stated(raw), knowledge)).toMatchObject({
      value: 20,
      upTo: 30,
      concurrency: 8,
      circumstance: "peak",
      speculativeDecoding: { method: "EAGLE-3" },
    });
  });

  it("divides numbers and figures of other claims", () => {
    const other = stated({ id: "b", value: 40 });
    const ratio = stated({ metric: "ratio", value: 2, quotient: ["b", 20] });
    expect(toClaimInput(ratio, { claims: () => [other] }).quotient).toEqual([40, 20]);
    expect(toClaimInput(ratio, { claims: () => [] }).quotient).toBeUndefined();
  });

  it("gives for every figure of the documents what the tool takes", () => {
    const wrong = knowledge
      .claims()
      .filter((claim) => !ClaimInput.safeParse(toClaimInput(claim, knowledge)).success);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe("subjectWords()", () => {
  it.each([
    { raw: {}, words: "qwen3-8b on thor, decode" },
    {
      raw: { quantization: "fp8", runtime: "vllm", powerMode: "MAXN", concurrency: 8, circumstance: "peak" },
      words: "qwen3-8b on thor, decode (fp8, vllm, MAXN, 8 streams, peak)",
    },
    {
      raw: { device: undefined, model: { name: "a 7B model", parametersBillions: 7 } },
      words: "a 7B model, decode",
    },
    { raw: { device: undefined, model: undefined }, words: "decode" },
  ])("says $words", ({ raw, words }) => {
    expect(subjectWords(stated(raw))).toBe(words);
  });
});
