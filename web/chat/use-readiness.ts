import { useCallback, useEffect, useState } from "react";
import { findReadiness, type Readiness } from "./readiness.ts";

/** Milliseconds until the next look at a server or a model that is not there. */
const lookAgainMs = 10_000;

/** Who answers, asked when the page opens, after each answer, when the network comes or goes, and on `look`. */
export function useReadiness(isBusy: boolean): { readiness: Readiness; look: () => void } {
  const [readiness, setReadiness] = useState<Readiness>({ state: "unknown" });
  const look = useCallback(() => void findReadiness().then(setReadiness), []);
  useEffect(() => {
    if (!isBusy) look();
  }, [isBusy, look]);
  useEffect(() => {
    if (readiness.state === "ready" || readiness.state === "unknown") return;
    const timer = setTimeout(look, lookAgainMs);
    return () => clearTimeout(timer);
  }, [readiness, look]);
  useEffect(() => {
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, [look]);
  return { readiness, look };
}
