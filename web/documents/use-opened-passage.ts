import { type RefObject, useCallback, useEffect } from "react";

/** The elements of a passage within a document that is shown. */
function elementsOf(root: HTMLElement | null, section: string): HTMLElement[] {
  const all = root?.querySelectorAll<HTMLElement>("[data-passage]") ?? [];
  return [...all].filter(({ dataset }) => dataset.passage === section);
}

/** Brings a passage into view and sets it apart, as often as it is opened; whoever reads by keyboard goes on there. */
export function useOpenedPassage(
  root: RefObject<HTMLElement | null>,
  section: string,
): (section: string) => void {
  const goTo = useCallback(
    (wanted: string) => {
      const [first] = elementsOf(root.current, wanted);
      if (!first) return;
      first.tabIndex = -1;
      first.focus({ preventScroll: true });
      first.scrollIntoView({ block: "start" });
    },
    [root],
  );
  useEffect(() => {
    const elements = elementsOf(root.current, section);
    for (const element of elements) element.dataset.opened = "";
    goTo(section);
    return () => {
      for (const element of elements) delete element.dataset.opened;
    };
  }, [root, section, goTo]);
  return goTo;
}
