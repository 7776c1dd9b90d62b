import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../../knowledge/errors.ts";

const SECONDS = 60;
const PER_ADDRESS = 10;
/** From all addresses together: it bounds memory, and a guess that is spread over many addresses. */
const IN_ALL = 1_000;
const ALL = "all";

function refusal(seconds: number): AppError {
  return new AppError(
    "too-many-attempts",
    `Cannot answer: too many wrong tokens or pairing links came from this address. Wait ${seconds} seconds and try again.`,
    { retryAfterSeconds: seconds },
  );
}

/** Seconds until the count begins anew, at most the whole of it: the wall clock may have been set back. */
function secondsLeft(count: RateLimiterRes | null, limit: number): number {
  if (count === null || count.consumedPoints < limit || count.msBeforeNext <= 0) return 0;
  return Math.min(SECONDS, Math.ceil(count.msBeforeNext / 1_000));
}

/** Counts wrong tokens and codes by the address of the socket; headers can say anything. */
export function createAttempts() {
  const perAddress = new RateLimiterMemory({ points: PER_ADDRESS, duration: SECONDS });
  const inAll = new RateLimiterMemory({ points: IN_ALL, duration: SECONDS });
  return {
    /** Throws `too-many-attempts` while the address has used up its wrong tries. */
    async refuseLocked(address: string): Promise<void> {
      const seconds = Math.max(
        secondsLeft(await perAddress.get(address), PER_ADDRESS),
        secondsLeft(await inAll.get(ALL), IN_ALL),
      );
      if (seconds > 0) throw refusal(seconds);
    },
    /** Counts a wrong try; those that came at the same moment, and were too many, throw too. */
    async count(address: string): Promise<void> {
      const count = await perAddress.penalty(address);
      await inAll.penalty(ALL);
      const seconds = secondsLeft(count, PER_ADDRESS + 1);
      if (seconds > 0) throw refusal(seconds);
    },
  };
}

export type Attempts = ReturnType<typeof createAttempts>;
