import type { InferResponseType } from "hono/client";
import { useEffect, useState } from "react";
import { bodyOf, createRoutes } from "../api.ts";

/** What can be picked for a plan, as the server has it. */
export type Catalog = InferResponseType<ReturnType<typeof createRoutes>["api"]["catalog"]["$get"]>;
export type BoardChoice = Catalog["devices"][number];
export type ModelChoice = Catalog["models"][number];
export type Kind = ModelChoice["kind"];

type Fetched = { catalog?: Catalog; error?: Error };

/** The catalogue, fetched once for as long as the planner is open; `retry` fetches it again. */
export function useCatalog(): Fetched & { retry: () => void } {
  const [fetched, setFetched] = useState<Fetched>({});
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another fetch
  useEffect(() => {
    let isWanted = true;
    bodyOf(createRoutes().api.catalog.$get()).then(
      (catalog) => isWanted && setFetched({ catalog }),
      (error: Error) => isWanted && setFetched({ error }),
    );
    return () => {
      isWanted = false;
    };
  }, [attempt]);
  return { ...fetched, retry: () => setAttempt((count) => count + 1) };
}
