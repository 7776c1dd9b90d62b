import { describe, expect, it } from "vitest";
import { checkClaim } from "../../tools/check-claim.ts";
import { ClaimInput } from "../../tools/claims/claim-input.ts";
import { knowledge } from "../fixtures/knowledge.ts";

const check = async (input: unknown) => await checkClaim.run(ClaimInput.parse(input), knowledge);

const llama = { device: "AGX Orin 64GB", model: "Llama 3.1 8B", quantization: "Q4_K_M", metric: "decode" };

describe("checkClaim()", () => {
  it("finds 52 tok/s for an 8B on AGX Orin impossible, with the arithmetic and the runs that disagree", async () => {
    const { verdict, reasons, ratioToCeiling, ceiling, contradictions } = await check({
      ...llama,
      value: 52,
    });
    expect(verdict).toBe("impossible");
    expect(reasons[0]?.message).toMatch(
      /^204.8 GB\/s ÷ 4.\d+ GB a pass = 4\d.\d+ tok\/s at most; 52 tok\/s is 1.\d+ × that\.$/,
    );
    expect(ratioToCeiling).toBeCloseTo(52 / (ceiling ?? 0));
    expect(contradictions.map(({ measurement }) => measurement)).toContain("m0611");
  });

  it("finds consistent what was measured", async () => {
    const { verdict, estimate, neighbours } = await check({ ...llama, text: "27 tok/s" });
    expect(verdict).toBe("consistent");
    expect(estimate?.low).toBeLessThan(27);
    expect(estimate?.high).toBeGreaterThan(27);
    expect(neighbours[0]?.sameConfiguration).toBe(true);
  });

  it("lists implausible runs but lets none of them support a claim", async () => {
    const { verdict, neighbours } = await check({
      device: "orin-nano-8gb-super",
      model: "llama-3.2-1b",
      quantization: "fp16",
      metric: "decode",
      value: "55 tok/s",
    });
    expect(verdict).toBe("impossible");
    expect(neighbours.find(({ id }) => id === "d-nano-super-llama-3.2-1b")?.plausible).toBe(false);
  });

  it("does not let a document confirm itself", async () => {
    const claim = {
      device: "agx-orin-64gb",
      model: "gpt-oss-20b",
      runtime: "vllm",
      metric: "decode",
      value: 40,
    };
    const ids = async (source?: string) =>
      (await check({ ...claim, ...(source && { source }) })).neighbours.map((run) => run.source);
    expect(await ids()).toContain("vlm-sizing-2026");
    expect(await ids("vlm-sizing-2026")).not.toContain("vlm-sizing-2026");
  });

  it.each([
    { raw: { device: "agx-orin-64gb", metric: "bandwidth", value: "273 GB/s" }, verdict: "implausible" },
    { raw: { device: "agx-orin-64gb", metric: "bandwidth", value: "204.8 GB/s" }, verdict: "consistent" },
    {
      raw: { model: "llama-3.2-3b", metric: "kv-cache", contextTokens: 2048, value: "1.5 GB" },
      verdict: "implausible",
    },
    {
      raw: { model: "llama-3.3-70b", quantization: "w4a16", metric: "weights", value: "280 GB" },
      verdict: "impossible",
    },
    { raw: { device: "thor", metric: "price", kind: "kit", value: "3499 USD" }, verdict: "doubtful" },
    { raw: { metric: "ratio", value: 7, quotient: [88.62, 12.64] }, verdict: "consistent" },
    { raw: { device: "agx-orin-64gb", metric: "decode", value: 10 }, verdict: "unknown" },
  ])("calls $raw $verdict", async ({ raw, verdict }) => {
    expect((await check(raw)).verdict).toBe(verdict);
  });

  it("names documents that say otherwise without changing its verdict for them", async () => {
    const { verdict, contradictions } = await check({
      device: "agx-orin-64gb",
      metric: "bandwidth",
      value: "204.8 GB/s",
    });
    expect(verdict).toBe("consistent");
    expect(contradictions.map(({ claim }) => claim)).toContain("bm-orin-bandwidth");
  });

  it("resolves names, keeps open what is open, and gives the same again", async () => {
    const first = await check({ ...llama, value: 40, upTo: "52 tok/s" });
    expect(first.resolved).toEqual({
      device: "agx-orin-64gb",
      model: "llama-3.1-8b",
      quantization: "q4-k-m",
      metric: "decode",
      value: 40,
      upTo: 52,
    });
    expect(await check(first.resolved)).toEqual(first);
  });

  it("carries the claim and each neighbour as a fact, with sources", async () => {
    const { facts, sources, neighbours } = await check({ ...llama, value: 52 });
    expect(facts[0]).toMatchObject({ id: "claimed", value: 52, unit: "tok/s", basis: { kind: "given" } });
    const ids = facts.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["bandwidth", "streamed", "ceiling"]));
    expect(ids).toEqual(expect.arrayContaining(neighbours.map(({ id }) => `measured-${id}`)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(sources.map(({ id }) => id)).toContain("jetson-llm-maxperf");
  });

  it("tells a model the verdict and its grounds", async () => {
    const { digest } = await checkClaim.call({ ...llama, value: 52 }, knowledge);
    expect(digest).toMatch(
      /^claim decode 52 tok\/s \(llama-3.1-8b, q4-k-m, agx-orin-64gb\): impossible\n204.8 GB\/s ÷/,
    );
  });

  it("answers an ambiguous board with its candidates", async () => {
    await expect(checkClaim.call({ ...llama, device: "Orin NX", value: 5 }, knowledge)).rejects.toMatchObject(
      {
        code: "ambiguous-id",
        candidates: ["orin-nx-16gb", "orin-nx-8gb"],
      },
    );
  });
});
