import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";

/** Where the arrow keys lead among the parts of a drawing, from the one that has the focus. */
export function nextIndex(
  key: string,
  index: number,
  count: number,
  isRightToLeft: boolean,
): number | undefined {
  const forward = isRightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = isRightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === forward || key === "ArrowDown") return Math.min(index + 1, count - 1);
  if (key === back || key === "ArrowUp") return Math.max(index - 1, 0);
  return undefined;
}

/** Escape and a press elsewhere put an explanation away; the answer that may be streaming is not stopped by it. */
function useDismissal(area: RefObject<HTMLElement | null>, isShown: boolean, dismiss: () => void): void {
  useEffect(() => {
    if (!isShown) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      dismiss();
    };
    const onPointerDown = ({ target }: globalThis.PointerEvent) => {
      if (!(target instanceof Node && area.current?.contains(target))) dismiss();
    };
    window.addEventListener("keydown", onKeyDown, true);
    window.addEventListener("pointerdown", onPointerDown);
    return () => {
      window.removeEventListener("keydown", onKeyDown, true);
      window.removeEventListener("pointerdown", onPointerDown);
    };
  }, [area, isShown, dismiss]);
}

function partsIn(area: HTMLElement | null): HTMLElement[] {
  return [...(area?.querySelectorAll<HTMLElement>("[data-part]") ?? [])];
}

/**
 * The parts of a drawing, each explained while it is pointed at, focused or pressed. They are one stop of the Tab key;
 * arrows lead on. The explanation stays while the pointer is on it, and Escape puts it away (WCAG 1.4.13).
 */
export function useExplanation(keys: readonly string[]) {
  const id = useId();
  const area = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<string>();
  const [stop, setStop] = useState<string>();
  const [dismiss] = useState(() => () => setShown(undefined));
  useDismissal(area, shown !== undefined, dismiss);
  const current = stop !== undefined && keys.includes(stop) ? stop : keys[0];
  const focusPart = (key: string) =>
    partsIn(area.current)
      .find(({ dataset }) => dataset.part === key)
      ?.focus();
  return {
    id,
    shown,
    focusPart,
    areaProps: {
      ref: area,
      onPointerLeave: () =>
        setShown(partsIn(area.current).find((part) => part.matches(":focus"))?.dataset.part),
      onBlur: ({ relatedTarget }: FocusEvent) => {
        if (!(relatedTarget instanceof Node && area.current?.contains(relatedTarget))) dismiss();
      },
    },
    partProps: (key: string) => ({
      "data-part": key,
      tabIndex: key === current ? 0 : -1,
      "aria-describedby": key === shown ? id : undefined,
      onPointerEnter: ({ pointerType }: PointerEvent) => {
        if (pointerType === "mouse") setShown(key);
      },
      onClick: () => setShown(key),
      onFocus: () => {
        setStop(key);
        setShown(key);
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
        const next = keys[nextIndex(event.key, keys.indexOf(key), keys.length, isRightToLeft) ?? -1];
        if (next === undefined) return;
        event.preventDefault();
        focusPart(next);
      },
    }),
  };
}
