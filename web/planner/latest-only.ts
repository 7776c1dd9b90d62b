/** What became of a question: its answer or why there is none. */
export type Outcome<Output> = { question: string; output: Output } | { question: string; error: Error };

type Latest = {
  /** Asks as soon as nothing else is asked; one that waits gives way to a newer one. */
  ask(question: string): void;
  /** Forgets everything that is asked or waits. */
  stop(): void;
};

/** How long a newer question waits for the answer before it, which shows how a drag goes on. */
const patienceMs = 200;

/** One question at a time, the newest next: a slider asks faster than a network answers. */
export function createLatestOnly<Output>(
  answer: (question: string, signal: AbortSignal) => Promise<Output>,
  tell: (outcome: Outcome<Output>) => void,
): Latest {
  let running: AbortController | undefined;
  let waiting: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = async (question: string) => {
    running = new AbortController();
    const { signal } = running;
    const outcome = await answer(question, signal).then(
      (output) => ({ question, output }),
      (error: Error) => ({ question, error }),
    );
    clearTimeout(timer);
    timer = undefined;
    running = undefined;
    const next = waiting;
    waiting = undefined;
    if (!signal.aborted) tell(outcome);
    if (next !== undefined) void start(next);
  };
  return {
    ask(question) {
      if (!running) void start(question);
      else {
        waiting = question;
        timer ??= setTimeout(() => running?.abort(), patienceMs);
      }
    },
    stop() {
      waiting = undefined;
      running?.abort();
    },
  };
}
