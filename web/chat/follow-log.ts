/**
 * How many pixels of the conversation's end are hidden behind the dock, or below the window; negative when none are.
 * The last article is higher than what stands in it, and not all that it holds is shown.
 */
function pixelsBelow(log: HTMLElement, dock: HTMLElement): number {
  const parts = [...(log.lastElementChild?.children ?? [])];
  const end = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
  return parts.length === 0 ? 0 : end - dock.getBoundingClientRect().top;
}

/**
 * Scrolls the window for a log that grows above a dock, and else leaves it to the reader: what grows is followed only
 * while it is live and the reader has scrolled to its end. `onEnd` hears whether more stands below.
 */
export function followLog(log: HTMLElement, dock: HTMLElement, onEnd: (isBelow: boolean) => void) {
  let top = window.scrollY;
  let isFollowing = false;
  let isLive = false;
  let wasShown = true;
  /** A view that is not shown has no place on the page. */
  const isShown = () => log.offsetParent !== null;
  const isBelow = () => pixelsBelow(log, dock) > 1;
  const jump = () => {
    window.scrollBy(0, pixelsBelow(log, dock));
    isFollowing = true;
    top = window.scrollY;
    onEnd(false);
  };
  const onScroll = () => {
    if (!isShown()) return;
    if (window.scrollY > top && !isBelow()) isFollowing = true;
    if (window.scrollY < top) isFollowing = false;
    top = window.scrollY;
    onEnd(isBelow());
  };
  const onGrowth = () => {
    const isBack = !wasShown && isShown();
    wasShown = isShown();
    if (!wasShown) return;
    if (isBack) window.scrollTo(0, top);
    if (isLive && isFollowing && isBelow()) jump();
    else onEnd(isBelow());
  };
  const growth = new ResizeObserver(onGrowth);
  for (const child of [log, dock]) growth.observe(child);
  window.addEventListener("scroll", onScroll, { passive: true });
  return {
    jump,
    setLive(next: boolean): void {
      isLive = next;
    },
    /** Puts a part of the log at the top of the window, from where the reader scrolls. */
    show(part: Element): void {
      part.scrollIntoView();
      isFollowing = false;
      top = window.scrollY;
    },
    end(): void {
      growth.disconnect();
      window.removeEventListener("scroll", onScroll);
    },
  };
}
