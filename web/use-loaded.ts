import { useCallback, useEffect, useState } from "react";

/** What a view shows of something that is fetched; while it is fetched again, what was there before stays. */
export type Loaded<Value> = {
  value: Value | undefined;
  error: Error | undefined;
  isLoading: boolean;
  reload: () => void;
};

type Settled<Value> = { load: unknown; round: number; value?: Value; error?: Error };

/** What was thrown as an error, whatever it was. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Fetches when the view opens, when `load` changes, and on `reload`; what nobody waits for any more is called off. */
export function useLoaded<Value>(load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const [settled, setSettled] = useState<Settled<Value>>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const settle = (outcome: { value: Value } | { error: Error }) => {
      if (!leaving.signal.aborted) setSettled({ load, round, ...outcome });
    };
    load(leaving.signal).then(
      (value) => settle({ value }),
      (thrown: unknown) => settle({ error: toError(thrown) }),
    );
    return () => leaving.abort();
  }, [load, round]);
  const shown = settled?.load === load ? settled : undefined;
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { value: shown?.value, error: shown?.error, isLoading: shown?.round !== round, reload };
}
