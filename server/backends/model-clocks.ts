/** How long each part of a request may take, in milliseconds. All are timers, so a jump of the wall clock moves none. */
export type ModelClocks = {
  /** Until a connection stands. */
  connectMs: number;
  /** From the request to the first token: loading, waiting and reading the prompt take minutes on a board. */
  firstByteMs: number;
  /** Between two tokens. */
  idleMs: number;
  /** From the first token to the last. */
  totalMs: number;
  /** Before the first retry; the second waits twice as long. */
  retryMs: number;
  /** The most that a server's Retry-After is followed. */
  longestRetryAfterMs: number;
  /** Before a loading server is asked again, at first; then ever longer. */
  loadingMs: number;
};

export const usualClocks: ModelClocks = {
  connectMs: 2_000,
  firstByteMs: 180_000,
  idleMs: 30_000,
  totalMs: 300_000,
  retryMs: 300,
  longestRetryAfterMs: 30_000,
  loadingMs: 250,
};

/** The longest timer that JavaScript has. */
const longestTimer = 2 ** 31 - 1;

/** The usual clocks, with the time to the first token that the environment asks for. */
export function clocksFrom(environment: Readonly<Record<string, string | undefined>>): ModelClocks {
  const asked = Number(environment.JETSON_ADVISOR_FIRST_BYTE_MS);
  if (!Number.isFinite(asked) || asked <= 0) return usualClocks;
  return { ...usualClocks, firstByteMs: Math.min(asked, longestTimer) };
}
