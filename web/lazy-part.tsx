import { type ReactNode, useLayoutEffect, useSyncExternalStore } from "react";
import { Boundary } from "./boundary.tsx";
import { Failure } from "./failure.tsx";
import { toError } from "./use-loaded.ts";

type Fetched<Code> = { code?: Code; error?: Error };

/**
 * Code that is fetched when it is first needed. Unlike `React.lazy` it does not remember that a fetch failed: the next
 * `fetch` is a new one, whoever asks for it.
 */
export function createLazy<Code>(load: () => Promise<Code>) {
  let fetched: Fetched<Code> = {};
  let isFetching = false;
  const listeners = new Set<() => void>();
  const set = (next: Fetched<Code>) => {
    fetched = next;
    for (const listener of listeners) listener();
  };
  const settle = (next: Fetched<Code>) => {
    isFetching = false;
    set(next);
  };
  return {
    fetched: () => fetched,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    fetch(): void {
      if (isFetching || fetched.code !== undefined) return;
      isFetching = true;
      set({});
      load().then(
        (code) => settle({ code }),
        (thrown: unknown) => settle({ error: toError(thrown) }),
      );
    },
  };
}

export type Lazy<Code> = ReturnType<typeof createLazy<Code>>;

type LazyPartProps<Code> = {
  part: Lazy<Code>;
  /** What can be read until the code is there, also where it cannot be fetched. */
  meanwhile?: ReactNode;
  children: (code: Code) => ReactNode;
};

/** A part of the page that is shown once its code is there; where that cannot be fetched or fails, it says so. */
export function LazyPart<Code>({ part, meanwhile, children }: LazyPartProps<Code>) {
  const { code, error } = useSyncExternalStore(part.subscribe, part.fetched);
  // Before it is drawn: that it could not be fetched once is no news.
  useLayoutEffect(() => part.fetch(), [part]);
  if (code !== undefined) return <Boundary meanwhile={meanwhile}>{children(code)}</Boundary>;
  if (!error) return meanwhile ?? <p className="note">Loading …</p>;
  return (
    <>
      {meanwhile}
      <Failure error={error} onRetry={part.fetch} />
      <p className="note">If it stays so though the advisor runs, it is a newer one: load the page again.</p>
    </>
  );
}
