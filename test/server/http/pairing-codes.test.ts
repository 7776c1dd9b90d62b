import { describe, expect, it } from "vitest";
import { CODE_SECONDS, createPairingCodes, MAX_OPEN_CODES } from "../../../server/http/pairing-codes.ts";

describe("createPairingCodes()", () => {
  it("makes codes of 128 random bits that fit into an address", () => {
    const codes = createPairingCodes();
    const [first, second] = [codes.create(), codes.create()];
    expect(first).not.toBe(second);
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(Buffer.from(first, "base64url")).toHaveLength(16);
  });

  it("takes a code once", () => {
    const codes = createPairingCodes();
    const code = codes.create();
    expect(codes.redeem(code)).toBe(true);
    expect(codes.redeem(code)).toBe(false);
  });

  it.each([
    { ms: CODE_SECONDS * 1_000 - 1, isGood: true },
    { ms: CODE_SECONDS * 1_000, isGood: false },
  ])("answers a code after $ms ms with $isGood", ({ ms, isGood }) => {
    let now = 5_000;
    const codes = createPairingCodes(() => now);
    const code = codes.create();
    now += ms;
    expect(codes.redeem(code)).toBe(isGood);
  });

  it.each(["", "x", "AAAAAAAAAAAAAAAAAAAAAA", "__proto__"])('does not take "%s"', (code) => {
    const codes = createPairingCodes();
    codes.create();
    expect(codes.redeem(code)).toBe(false);
  });

  it("keeps a few codes open, the newest ones", () => {
    const codes = createPairingCodes();
    const made = Array.from({ length: MAX_OPEN_CODES + 1 }, () => codes.create());
    expect(made.map((code) => codes.redeem(code))).toEqual([false, ...Array(MAX_OPEN_CODES).fill(true)]);
  });
});
