/** Runs one piece of work for a key at a time; of what is added meanwhile only the last is run. */
export function createLatestOnly<Value>(run: (key: string, value: Value) => Promise<void>) {
  const waiting = new Map<string, Value>();
  const running = new Map<string, Promise<void>>();
  const work = async (key: string) => {
    try {
      for (let next = waiting.get(key); next !== undefined; next = waiting.get(key)) {
        waiting.delete(key);
        await run(key, next);
      }
    } finally {
      running.delete(key);
    }
  };
  return {
    add(key: string, value: Value): void {
      waiting.set(key, value);
      if (!running.has(key)) running.set(key, work(key));
    },
    /** Takes back what has not begun. */
    cancel: (key: string) => void waiting.delete(key),
    /** Settles when nothing of the key runs or waits. */
    done: async (key: string): Promise<void> => running.get(key),
  };
}
