import { describe, expect, it } from "vitest";
import { ClaimInput, checkSource, toClaimed } from "../../../tools/claims/claim-input.ts";
import { knowledge } from "../../fixtures/knowledge.ts";

const read = (raw: object) => toClaimed(ClaimInput.parse({ metric: "decode", ...raw }));

describe("toClaimed()", () => {
  it.each([
    { raw: { value: 52 }, claimed: { low: 52, high: 52 } },
    { raw: { value: "52 tok/s" }, claimed: { low: 52, high: 52 } },
    { raw: { text: "52 tok/s" }, claimed: { low: 52, high: 52 } },
    { raw: { value: 40, upTo: "52 tok/s" }, claimed: { low: 40, high: 52 } },
    { raw: { value: 52, upTo: 40 }, claimed: { low: 40, high: 52 } },
    { raw: { metric: "memory", value: "5.5 GB" }, claimed: { low: 5.5e9, high: 5.5e9 } },
  ])("reads $raw as $claimed", ({ raw, claimed }) => {
    expect(read(raw)).toEqual(claimed);
  });

  it.each([
    { raw: {}, says: 'give "value" or "text"' },
    { raw: { value: "10 GB" }, says: "wanted an amount in tok/s" },
    { raw: { value: -1 }, says: "wanted an amount in tok/s" },
    { raw: { value: 1e308 }, says: "wanted an amount in tok/s" },
    { raw: { metric: "ratio", value: "twice" }, says: "wanted a plain number" },
  ])("refuses $raw", ({ raw, says }) => {
    expect(() => read(raw)).toThrow(expect.objectContaining({ code: "invalid-input" }));
    expect(() => read(raw)).toThrow(says);
  });
});

describe("checkSource()", () => {
  it("takes a source on record, and none", () => {
    expect(() => checkSource({ source: "vlm-sizing-2026" }, knowledge)).not.toThrow();
    expect(() => checkSource({}, knowledge)).not.toThrow();
  });

  it("answers an unknown one with the documents that have claims", () => {
    expect(() => checkSource({ source: "nope" }, knowledge)).toThrow(
      expect.objectContaining({
        code: "unknown-id",
        candidates: expect.arrayContaining(["vlm-sizing-2026"]),
      }),
    );
  });
});

describe("ClaimInput", () => {
  it.each([
    { why: "no metric", raw: { value: 1 } },
    { why: "a metric it does not know", raw: { metric: "beauty", value: 1 } },
    { why: "a field it does not know", raw: { metric: "decode", value: 1, board: "thor" } },
    { why: "a division by nothing", raw: { metric: "ratio", value: 1, quotient: [1, 0] } },
  ])("refuses $why", ({ raw }) => {
    expect(ClaimInput.safeParse(raw).success).toBe(false);
  });
});
