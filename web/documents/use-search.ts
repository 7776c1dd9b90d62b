import { useCallback, useEffect, useState } from "react";
import { callTool } from "../api.ts";
import { type Guarded, isListOf, isShape, isString } from "../guards.ts";
import { useLoaded } from "../use-loaded.ts";

const isResult = isShape({
  passages: isListOf(isShape({ id: isString, document: isString, heading: isString, text: isString })),
  sources: isListOf(isShape({ id: isString, title: isString })),
});

/** What a search found: passages, and the sources they are from. */
export type Found = Guarded<typeof isResult> & { query: string };

/** How a search stands; what the one before found stays in view until there is something new to show. */
export type Search = {
  found: Found | undefined;
  error: Error | undefined;
  isSearching: boolean;
  again: () => void;
};

const LIMIT = 10;

/** A text as it is once nobody has changed it for a while. */
export function useSettled(text: string, afterMs: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), afterMs);
    return () => clearTimeout(timer);
  }, [text, afterMs]);
  return settled;
}

/** Searches the documents; a search that nobody waits for any more is called off. */
export function useSearch(query: string): Search {
  const load = useCallback(
    async (signal: AbortSignal): Promise<Found | undefined> => {
      if (query === "") return undefined;
      return { ...(await callTool("search-documents", { query, limit: LIMIT }, isResult, signal)), query };
    },
    [query],
  );
  const { value, error, isLoading, reload } = useLoaded(load);
  const [last, setLast] = useState(value);
  if (value && value !== last) setLast(value);
  const isKept = isLoading && query !== "";
  return { found: isKept ? last : value, error, isSearching: isLoading && query !== "", again: reload };
}
