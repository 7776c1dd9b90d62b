import { describe, expect, it } from "vitest";
import type { Row } from "../../../tools/sweep/row.ts";
import { rowDigest } from "../../../tools/sweep/row-words.ts";

const row: Row = {
  device: "mine",
  name: "Mine",
  powerMode: null,
  verdict: "unsupported",
  headroomBytes: 1e9,
  bytesNeeded: 1e9,
  bytesAvailable: 2e9,
  decodeTokensPerSecond: null,
  aggregateTokensPerSecond: null,
  timeToFirstTokenMs: null,
  evidence: null,
  pace: null,
  price: null,
  watts: null,
  blockers: [],
  meetsAll: false,
  whyNot: "it cannot be",
  input: { device: "mine", workloads: [] },
};

describe("rowDigest()", () => {
  it("leaves out what nobody knows, and the headroom of what cannot run", () => {
    expect(rowDigest(row)).toBe("Mine: unsupported, no price, not: it cannot be");
  });

  it("gives speed, price and power where they are known", () => {
    const known: Row = {
      ...row,
      powerMode: "15W",
      verdict: "tight",
      headroomBytes: -0.2e9,
      decodeTokensPerSecond: { low: 8, expected: 12, high: 14 },
      price: { usd: 399, kind: "kit", date: "2026-07-21", source: "user" },
      watts: 15,
      whyNot: null,
    };
    expect(rowDigest(known)).toBe(
      "Mine in 15W: tight, headroom -200 MB, 12 tok/s, 399 USD (kit, 2026-07-21), 15 W",
    );
  });
});
