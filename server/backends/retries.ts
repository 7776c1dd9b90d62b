import { setTimeout as sleep } from "node:timers/promises";
import type { AppError } from "../../knowledge/errors.ts";
import type { ModelClocks } from "./model-clocks.ts";

/** How one attempt ended before its reply began. */
export type Failure = {
  error: AppError;
  /** True where no connection came about. */
  unconnected?: boolean;
  /** The status of a server that refused. */
  status?: number;
  retryAfter?: string | undefined;
  /** True where the server did not like what its profile adds to a request. */
  refusesExtras?: boolean;
};

/** The header in milliseconds: a number of seconds, or a date; nothing where it is neither. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Between half the time and one and a half, so that many clients do not come back together. */
function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random());
}

/** Milliseconds to wait before the next attempt, or nothing where another one is no use; `made` attempts were made. */
export function retryDelay(failure: Failure, made: number, clocks: ModelClocks): number | undefined {
  const { error, status, unconnected, retryAfter } = failure;
  if (error.code === "llm-loading") return Math.min(clocks.loadingMs * 1.5 ** made, 10 * clocks.loadingMs);
  if (made > 2) return undefined;
  const backOff = jittered(clocks.retryMs * 2 ** (made - 1));
  if (unconnected) return error.code === "llm-unreachable" ? backOff : undefined;
  if (error.code === "llm-busy") {
    const asked = retryAfterMs(retryAfter, Date.now());
    return asked === undefined ? backOff : Math.min(asked, clocks.longestRetryAfterMs);
  }
  return status === 500 && error.code === "llm-bad-response" && made === 1 ? backOff : undefined;
}

/** Waits, unless the caller goes away first. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch((cause: unknown) => {
    throw signal.aborted ? signal.reason : cause;
  });
}
