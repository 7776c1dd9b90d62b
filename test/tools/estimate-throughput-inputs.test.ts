import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateThroughput } from "../../tools/estimate-throughput.ts";
import { estimateSpeed, knowledge } from "../fixtures/knowledge.ts";

const call = async (input: unknown) => await estimateThroughput.call(input, knowledge);

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const engines = knowledge.runtimes.entries.filter(({ value }) => value.serves.includes("llm"));
const anyEngine = fc
  .constantFrom(...engines)
  .chain(({ id, value }) =>
    fc.record({ runtime: fc.constant(id), quantization: fc.constantFrom(...value.quantizations) }),
  );
const anyQuestion = fc
  .record(
    {
      device: fc.constantFrom(...idsOf(knowledge.devices.entries)),
      model: fc.constantFrom(...idsOf(knowledge.models.entries)),
      contextTokens: fc.integer({ min: 1, max: 200_000 }),
      concurrency: fc.integer({ min: 1, max: 64 }),
      promptTokens: fc.integer({ min: 1, max: 50_000 }),
      images: fc.integer({ min: 0, max: 4 }),
      speculativeDecoding: fc.record({
        method: fc.constant("EAGLE-3"),
        acceptedTokensPerPass: fc.double({ min: 1, max: 8, noNaN: true }),
      }),
      coTenants: fc.array(fc.record({ model: fc.constantFrom("yolo11s", "qwen3-4b", "whisper-medium") }), {
        maxLength: 3,
      }),
      engine: anyEngine,
    },
    { requiredKeys: ["device", "model"] },
  )
  .map(({ engine, ...rest }) => ({ ...rest, ...engine }));

describe("estimate-throughput for any question", () => {
  it("stays in order and below physics", async () => {
    const property = fc.asyncProperty(anyQuestion, async (question) => {
      const result = await estimateSpeed(question);
      const { decodeTokensPerSecond: decode, aggregateTokensPerSecond: all, ceilingTokensPerSecond } = result;
      const ranges = [decode, all, result.prefillTokensPerSecond, result.timeToFirstTokenMs, result.visionMs];
      for (const { low, expected: middle, high } of ranges.filter((range) => range !== null)) {
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(high);
      }
      const ceiling = ceilingTokensPerSecond ?? 0;
      expect(decode?.expected ?? 0).toBeLessThanOrEqual(ceiling);
      expect(decode?.high ?? 0).toBeLessThanOrEqual(ceiling);
      expect(all?.expected ?? 0).toBeLessThanOrEqual((question.concurrency ?? 1) * ceiling);
      expect(decode === null).toBe(result.evidence === "benchmark-required");
      if (result.blockers.length > 0) expect(decode).toBeNull();
      expect(result.verify).not.toBe("");
    });
    await fc.assert(property, { numRuns: 600 });
  });

  it("gives the same for what it resolved, with no more to assume", async () => {
    const property = fc.asyncProperty(anyQuestion, async (question) => {
      const { assumptions, ...first } = await estimateSpeed(question);
      const { assumptions: fewer, ...second } = await estimateSpeed(first.resolved);
      expect(second).toEqual(first);
      expect(assumptions).toEqual(expect.arrayContaining(fewer));
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it("gives the same bytes for the same question", async () => {
    const property = fc.asyncProperty(anyQuestion, async (question) => {
      expect(JSON.stringify(await call(question))).toBe(
        JSON.stringify(await call(structuredClone(question))),
      );
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

describe("estimate-throughput: errors", () => {
  const orin = { device: "agx-orin-64gb", model: "qwen3-8b" };

  it.each([
    { what: "a board that may be two", input: { ...orin, device: "AGX Orin" }, code: "ambiguous-id" },
    { what: "a model nobody knows", input: { ...orin, model: "qwen9" }, code: "unknown-id" },
    { what: "a mode the board lacks", input: { ...orin, powerMode: "99W" }, code: "unknown-id" },
    {
      what: "a co-tenant nobody knows",
      input: { ...orin, coTenants: [{ model: "yolo99" }] },
      code: "unknown-id",
    },
    { what: "a model without a size", input: { ...orin, model: { name: "Mine" } }, code: "invalid-input" },
    { what: "no prompt", input: { ...orin, promptTokens: 0 }, code: "invalid-input" },
    { what: "a field it does not know", input: { ...orin, streams: 2 }, code: "invalid-input" },
  ])("throws $code for $what", async ({ input, code }) => {
    await expect(call(input)).rejects.toMatchObject({ code });
  });
});
