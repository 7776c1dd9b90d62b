import { createHash, randomBytes } from "node:crypto";

export const CODE_SECONDS = 600;
/** More than anybody pairs at a time; a further one takes the place of the oldest. */
export const MAX_OPEN_CODES = 5;

/**
 * Codes that pair one device each within ten minutes. Time is counted from a clock that only runs forward, because a
 * board without a battery starts in the past and is set right later.
 */
export function createPairingCodes(elapsedMs: () => number = () => performance.now()) {
  /** By digest, so that the time a search takes tells nothing about a code. */
  const endsAtMs = new Map<string, number>();
  const digest = (code: string) => createHash("sha256").update(code).digest("base64url");
  return {
    create(): string {
      const code = randomBytes(16).toString("base64url");
      endsAtMs.set(digest(code), elapsedMs() + CODE_SECONDS * 1_000);
      const [oldest] = endsAtMs.keys();
      if (endsAtMs.size > MAX_OPEN_CODES && oldest !== undefined) endsAtMs.delete(oldest);
      return code;
    },
    /** Whether the code was good; it is not from now on. */
    redeem(code: string): boolean {
      const key = digest(code);
      const endMs = endsAtMs.get(key);
      endsAtMs.delete(key);
      return endMs !== undefined && elapsedMs() < endMs;
    },
  };
}

export type PairingCodes = ReturnType<typeof createPairingCodes>;
