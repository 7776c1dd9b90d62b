import type { Page } from "playwright-core";

/** Elements that moved by themselves, and by what share of the window; what a key or press just caused is excused by CLS. */
export type Shift = { value: number; isExcused: boolean; what: string };
/** What the browser says of an interaction: from the key or press to the next frame, in milliseconds. */
export type Interaction = { name: string; durationMs: number };

type Watched = {
  shifts: Shift[];
  interactions: Map<number, Interaction>;
  longTasks: number[];
  frames: number[];
  /** When Enter was pressed last, and when the first card after it was painted. */
  askedAt: number;
  cardAt: number;
};

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Runs in the page before its own scripts. */
function watch(): void {
  const watched: Watched = {
    shifts: [],
    interactions: new Map(),
    longTasks: [],
    frames: [],
    askedAt: 0,
    cardAt: 0,
  };
  window.watched = watched;
  // The types of the browser do not know the threshold yet.
  const observe = (type: string, see: (entry: PerformanceEntry) => void) => {
    const options = { type, durationThreshold: 16 };
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe(options);
  };
  observe("layout-shift", (entry) => {
    if (!("value" in entry && "hadRecentInput" in entry && "sources" in entry)) return;
    const sources: { node?: Node | null }[] = Array.isArray(entry.sources) ? entry.sources : [];
    const what = sources.map(({ node }) =>
      node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : (node?.nodeName ?? "?"),
    );
    watched.shifts.push({
      value: Number(entry.value),
      isExcused: entry.hadRecentInput === true,
      what: what.join(", "),
    });
  });
  observe("event", (entry) => {
    if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) return;
    const known = watched.interactions.get(entry.interactionId);
    if (known && known.durationMs >= entry.duration) return;
    watched.interactions.set(entry.interactionId, { name: entry.name, durationMs: entry.duration });
  });
  observe("longtask", ({ duration }) => watched.longTasks.push(duration));
  const onPress = (event: Event) => {
    const asks = event instanceof KeyboardEvent ? event.key === "Enter" : event.type === "click";
    if (asks) Object.assign(watched, { askedAt: event.timeStamp, cardAt: 0 });
  };
  addEventListener("keydown", onPress, true);
  new MutationObserver(() => {
    if (watched.cardAt !== 0 || watched.askedAt === 0) return;
    if (!document.querySelector(".answer:last-child .card")) return;
    watched.cardAt = -1;
    // The frame that paints it begins after this callback; a message is handled once it is done.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        watched.cardAt = performance.now();
      };
      port2.postMessage(undefined);
    });
  }).observe(document, { childList: true, subtree: true });
}

/** Lets every document of this page be watched from its beginning. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(watch);
}

/** Milliseconds from Enter to the first card on the screen; waits for it. */
export async function firstCardMs(page: Page): Promise<number> {
  await page.waitForFunction(() => window.watched.cardAt > 0);
  return page.evaluate(() => window.watched.cardAt - window.watched.askedAt);
}

export async function takeShifts(page: Page): Promise<Shift[]> {
  return page.evaluate(() => window.watched.shifts.splice(0));
}

/** The interactions since the last time; the browser reports them a little late. */
export async function takeInteractions(page: Page): Promise<Interaction[]> {
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { interactions } = window.watched;
    const taken = [...interactions.values()];
    interactions.clear();
    return taken;
  });
}

/** Scrolls from the top to the bottom, a window's half a frame; how long each frame took, and how long tasks were. */
export async function scrollThrough(page: Page): Promise<{ frames: number[]; longTasks: number[] }> {
  return page.evaluate(async () => {
    const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const { scrollingElement } = document;
    const frames: number[] = [];
    scrollTo(0, 0);
    await nextFrame();
    window.watched.longTasks.length = 0;
    let last = await nextFrame();
    while (
      scrollingElement &&
      scrollY + innerHeight < scrollingElement.scrollHeight - 1 &&
      frames.length < 1500
    ) {
      scrollBy(0, innerHeight / 2);
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
    }
    return { frames, longTasks: window.watched.longTasks.splice(0) };
  });
}
