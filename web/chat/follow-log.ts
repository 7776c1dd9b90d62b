/** The article at the end of a log, whose messages stand on sheets. */
function lastArticle(log: HTMLElement): Element | null | undefined {
  return log.lastElementChild?.lastElementChild;
}

/**
 * How many pixels of the conversation's end are hidden behind the dock, or below the window; negative when none are.
 * The last article is higher than what stands in it, and not all that it holds is shown.
 */
function pixelsBelow(log: HTMLElement, dock: HTMLElement): number {
  const parts = [...(lastArticle(log)?.children ?? [])];
  const end = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
  return parts.length === 0 ? 0 : end - dock.getBoundingClientRect().top;
}

/** Keeps where the window and the end of a log stand. */
function createSight(log: HTMLElement) {
  let top = window.scrollY;
  let place = 0;
  return {
    /** How far the end moved since: the browser scrolls, too, when something above it grows, and moves nothing by that. */
    look(): number {
      const before = place;
      top = window.scrollY;
      place = lastArticle(log)?.getBoundingClientRect().top ?? 0;
      return place - before;
    },
    /** Scrolls the window to where it stood at the last look. */
    goBack: () => window.scrollTo(0, top),
  };
}

/** Hears of scrolling, and of every change in size of these elements, until the function that it gives is called. */
function watch(elements: readonly HTMLElement[], onScroll: () => void, onGrowth: () => void): () => void {
  const growth = new ResizeObserver(onGrowth);
  for (const element of elements) growth.observe(element);
  window.addEventListener("scroll", onScroll, { passive: true });
  return () => {
    growth.disconnect();
    window.removeEventListener("scroll", onScroll);
  };
}

/**
 * Scrolls the window for a log that grows above a dock, and else leaves it to the reader: what grows is followed only
 * while it is live and the reader has scrolled to its end. `onEnd` hears whether more stands below.
 */
export function followLog(log: HTMLElement, dock: HTMLElement, onEnd: (isBelow: boolean) => void) {
  const { look, goBack } = createSight(log);
  let isFollowing = false;
  let isLive = false;
  let wasShown = true;
  /** A view that is not shown has no place on the page. */
  const isShown = () => log.offsetParent !== null;
  const isBelow = () => pixelsBelow(log, dock) > 1;
  const jump = () => {
    window.scrollBy(0, pixelsBelow(log, dock));
    isFollowing = true;
    look();
    onEnd(false);
  };
  const onScroll = () => {
    if (!isShown()) return;
    const moved = look();
    if (moved < -1 && !isBelow()) isFollowing = true;
    if (moved > 1) isFollowing = false;
    onEnd(isBelow());
  };
  const onGrowth = () => {
    const isBack = !wasShown && isShown();
    wasShown = isShown();
    if (!wasShown) return;
    if (isBack) goBack();
    if (isLive && isFollowing && isBelow()) jump();
    else onEnd(isBelow());
  };
  return {
    jump,
    setLive(next: boolean): void {
      isLive = next;
    },
    /** Puts a part of the log at the top of the window, from where the reader scrolls. */
    show(part: Element): void {
      part.scrollIntoView();
      isFollowing = false;
      look();
    },
    end: watch([log, dock], onScroll, onGrowth),
  };
}
