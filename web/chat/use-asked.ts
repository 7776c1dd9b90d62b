import { useEffect, useRef } from "react";
import type { Asked } from "../ask.ts";

/** Takes the question out of the address, so that loading the page again does not ask it again. */
function forgetAddress(): void {
  const address = new URL(window.location.href);
  if (!address.searchParams.has("q")) return;
  address.searchParams.delete("q");
  window.history.replaceState(window.history.state, "", address);
}

/** Asks what came from elsewhere, each once: strict mode runs effects twice. */
export function useAsked(
  asked: Asked | undefined,
  ask: (question: string) => void,
  onAsked: ((asked: Asked) => void) | undefined,
): void {
  const done = useRef<Asked>(undefined);
  useEffect(() => {
    if (asked === undefined || done.current === asked) return;
    done.current = asked;
    forgetAddress();
    ask(asked.question);
    onAsked?.(asked);
  }, [asked, ask, onAsked]);
}
