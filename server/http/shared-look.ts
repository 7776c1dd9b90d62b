/** How long a look is good enough for the next who asks. */
const KEEP_MS = 3_000;

/**
 * A look that several share: those who ask while one is under way wait for it, and within a few seconds after it they
 * get what it found. A look that failed is not kept. `now` is a clock in milliseconds.
 */
export function shareLook<Seen>(look: () => Promise<Seen>, now: () => number): () => Promise<Seen> {
  let shared: { seen: Promise<Seen>; until: number } | undefined;
  return () => {
    if (shared && now() < shared.until) return shared.seen;
    const current = { seen: look(), until: Number.POSITIVE_INFINITY };
    shared = current;
    current.seen.then(
      () => {
        current.until = now() + KEEP_MS;
      },
      () => {
        shared = undefined;
      },
    );
    return current.seen;
  };
}
