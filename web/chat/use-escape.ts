import { type RefObject, useEffect } from "react";

/** Escape stops the answer, unless it closes a dialog or an editor, or ends what an input method composes. */
export function useEscape(isBusy: boolean, log: RefObject<HTMLElement | null>, stop: () => void): void {
  useEffect(() => {
    if (!isBusy) return;
    const onKeyDown = ({ key, defaultPrevented, isComposing }: KeyboardEvent) => {
      if (key !== "Escape" || defaultPrevented || isComposing) return;
      // In another view, Escape is about that view.
      if (log.current?.offsetParent && !document.querySelector("dialog[open]")) stop();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isBusy, log, stop]);
}
