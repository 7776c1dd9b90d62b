import type { UIMessage } from "ai";

/** Reads the whole of the message at a position of the conversation that is shown. */
type LoadWhole = (position: number) => Promise<UIMessage | undefined>;

type Stub = { position: number; onWhole: (whole: UIMessage) => void };

/** So many windows a second are more than anybody reads: what is passed then stays words. */
const fastest = 5;

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Settles when the page stands still or is scrolled at a pace at which it can be read. */
async function whenCalm(): Promise<void> {
  let time = await nextFrame();
  for (;;) {
    const top = window.scrollY;
    const now = await nextFrame();
    const windows = Math.abs(window.scrollY - top) / window.innerHeight;
    if (windows < (fastest * (now - time)) / 1000) return;
    time = now;
  }
}

/** How many pixels an element is away from what is seen. */
function distanceOf(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, top - window.innerHeight, -bottom);
}

function nearestOf(elements: Iterable<Element>): Element | undefined {
  const [first] = [...elements]
    .map((element) => ({ element, distance: distanceOf(element) }))
    .sort((one, other) => one.distance - other.distance);
  return first?.element;
}

/**
 * Lets stubs near the window become whole one after the other, the nearest first: one takes a good part of a frame,
 * so that several at once would be seen as a stumble.
 */
export function createWholeQueue(load: LoadWhole) {
  const stubs = new Map<Element, Stub>();
  const near = new Set<Element>();
  let isAtWork = false;
  let endTurn: (() => void) | undefined;

  const take = async (element: Element) => {
    near.delete(element);
    const stub = stubs.get(element);
    const whole = stub && (await load(stub.position));
    if (!whole || !stubs.has(element)) return;
    await new Promise<void>((resolve) => {
      endTurn = resolve;
      stub.onWhole(whole);
    });
  };
  const work = async () => {
    if (isAtWork) return;
    isAtWork = true;
    while (near.size > 0) {
      await whenCalm();
      const next = nearestOf(near);
      if (next) await take(next);
    }
    isAtWork = false;
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) near.add(target);
        else near.delete(target);
      void work();
    },
    { rootMargin: "400% 0px" },
  );
  return {
    /** A stub waits until it is near. Its turn lasts until it leaves, which is when it is no longer shown as a stub. */
    enter(element: Element, stub: Stub): () => void {
      stubs.set(element, stub);
      observer.observe(element);
      return () => {
        observer.unobserve(element);
        stubs.delete(element);
        near.delete(element);
        endTurn?.();
      };
    },
  };
}

export type WholeQueue = ReturnType<typeof createWholeQueue>;
