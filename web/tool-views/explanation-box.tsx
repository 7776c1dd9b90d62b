import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

/** Where the window is free to draw in: above the field to ask in, where there is one. */
function endOfRoom(): number {
  const dock = document.querySelector(".dock")?.getBoundingClientRect();
  return dock && dock.height > 0 ? dock.top : window.innerHeight;
}

type ExplanationBoxProps = {
  id: string;
  /** Where in the drawing that stands which it explains, from 0 to 1. */
  at: number;
  children: ReactNode;
};

/**
 * What a part of a drawing is, over what stands below it, so that nothing moves; above it where it would reach into the
 * field to ask in or out of the window. Under the second half of the drawing it is set flush with the drawing's end.
 */
export function ExplanationBox({ id, at, children }: ExplanationBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isAbove, setIsAbove] = useState(false);
  useLayoutEffect(() => {
    const area = box.current?.parentElement?.getBoundingClientRect();
    const height = box.current?.offsetHeight ?? 0;
    if (area) setIsAbove(area.bottom + height > endOfRoom() && area.top > height);
  });
  return (
    <div
      className={isAbove ? "explanation above" : "explanation"}
      role="tooltip"
      id={id}
      data-side={at > 0.5 ? "end" : "start"}
      ref={box}
    >
      {children}
    </div>
  );
}
