import { describe, expect, it } from "vitest";
import { batchedActivationBytes, poolBytes, utilizationFor } from "../../../tools/formulas/memory-pool.ts";

describe("poolBytes()", () => {
  it.each([
    { what: "half of 1,000 less 100, in blocks of 16", others: 100, block: 16, bytes: 400 },
    { what: "one byte less, a block less", others: 101, block: 16, bytes: 384 },
    { what: "all that is left, where blocks are unknown", others: 101, block: 0, bytes: 399 },
    { what: "nothing, when the rest takes it all", others: 500, block: 16, bytes: 0 },
    { what: "nothing, when the rest takes more", others: 501, block: 16, bytes: 0 },
  ])("is $what", ({ others, block, bytes }) => {
    expect(poolBytes(1000, 0.5, others, block)).toBe(bytes);
  });
});

describe("utilizationFor()", () => {
  it.each([
    { needed: 600, share: 0.6 },
    { needed: 601, share: 0.61 },
    { needed: 1150, share: 1.15 },
  ])("is $share of 1,000 for $needed", ({ needed, share }) => {
    expect(utilizationFor(needed, 1000)).toBe(share);
  });
});

describe("batchedActivationBytes()", () => {
  it.each([
    { tokens: 8192, bytes: 1000 },
    { tokens: 4096, bytes: 625 },
    { tokens: 16_384, bytes: 1750 },
  ])("is $bytes of 1,000 bytes for $tokens tokens, a quarter being fixed", ({ tokens, bytes }) => {
    expect(batchedActivationBytes(1000, 8192, 0.25, tokens)).toBe(bytes);
  });
});
