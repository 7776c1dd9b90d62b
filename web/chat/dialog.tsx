import { type ReactNode, type RefObject, useEffect } from "react";
import { useLocation } from "wouter";

type DialogProps = {
  ref: RefObject<HTMLDialogElement | null>;
  label: string;
  heading: string;
  children: ReactNode;
};

/** Opens a dialog; the caret that a press left in the text is taken away, for which browsers style the whole page twice. */
export function showDialog(dialog: HTMLDialogElement | null): void {
  const selection = document.getSelection();
  if (selection?.isCollapsed) selection.removeAllRanges();
  dialog?.showModal();
}

/** A window over the page with a heading; a button, Escape, a press beside it or the way to another view closes it. */
export function Dialog({ ref, label, heading, children }: DialogProps) {
  const [path] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: over a view that is hidden it would hold the whole page
  useEffect(() => ref.current?.close(), [path, ref]);
  return (
    <dialog ref={ref} aria-label={label} closedby="any">
      <header>
        <h3>{heading}</h3>
        <button type="button" onClick={() => ref.current?.close()}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}
