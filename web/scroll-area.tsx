import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

/** Whether what is inside is larger than its box, as long as it is shown: it grows while it streams, windows turn. */
function useOverflow() {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      setOverflows(scrollWidth > clientWidth || scrollHeight > clientHeight);
    });
    for (const observed of [element, ...element.children]) observer.observe(observed);
    return () => observer.disconnect();
  }, []);
  return { box, overflows };
}

/**
 * A box for what may be too wide, which then scrolls by itself. Only then does Tab stop at it, for the arrow keys to
 * scroll it. It is a group rather than a region: a long conversation would be all landmarks.
 */
export function ScrollArea({ name, children }: { name: string; children: ReactNode }) {
  const { box, overflows } = useOverflow();
  const reached = overflows ? { role: "group", "aria-label": name, tabIndex: 0 } : {};
  return (
    <div className="scroll" ref={box} {...reached}>
      {children}
    </div>
  );
}
