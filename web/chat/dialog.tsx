import type { ReactNode, RefObject } from "react";

type DialogProps = {
  ref: RefObject<HTMLDialogElement | null>;
  label: string;
  heading: string;
  children: ReactNode;
};

/** A window over the page with a heading; a button, Escape or a press beside it closes it. */
export function Dialog({ ref, label, heading, children }: DialogProps) {
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
